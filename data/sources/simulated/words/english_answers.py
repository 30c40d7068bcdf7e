"""What agents try and bring about in English, by the category of the issue; ``english_desk`` has what fits all.

The signs are those of ``phrases``.
"""

from __future__ import annotations

ANSWERS: dict[str, dict[str, str]] = {
    "orders": {
        "propose_step": """@parcel_ I have opened a search with the carrier, it takes two working days.
            @parcel_ Please ask the neighbours and the nearest pick-up point.
            @parcel_ Please ask the carrier with the number {number}.
            @parcel_late I have sent the delivery out once more, please watch the tracking.
            @wrong_item Please print the return label I have sent you and bring the box to a shop.
            @parcel_lost I have corrected the address on the label, please check it.
            @parcel_ Please wait until tomorrow evening for the scan. | @wrong_item Please send us a photo of what came.
            @wrong_item Please keep the box until it is collected.
            Please check the address in your order once more.""",
        "deliver_solution": """@parcel_lost The parcel was found and will be with you tomorrow.
            A replacement is on its way. | @wrong_item The right item was sent out today.
            The refund for order {number} is on its way. | @parcel_ The carrier has confirmed the delivery for tomorrow.
            The order was sent again by express, free of charge. | @wrong_item The missing part was sent after it.""",
    },
    "billing": {
        "propose_step": """
            @double_charge I have asked the bank to release the second booking, please look again in two days.
            Please send us the statement as a PDF.
            @double_charge Please check whether the second line is only a reservation.
            @invoice_wrong I have sent you a corrected invoice, please compare it.
            @invoice_wrong Please wait for the next billing run.
            @refund_request I have started the refund again, please look at your statement.
            @invoice_wrong Please update the billing data in the portal and tell me when it is done.
            Please look at your statement tomorrow and tell me.
            I have passed the amount on for booking, please wait two days.""",
        "deliver_solution": """The refund of {amount} is on its way. | @double_charge The second charge was cancelled.
            @invoice_wrong The invoice was corrected, the new one is in your mailbox. | {amount} was credited to you.
            @invoice_wrong The wrong position was taken off the invoice.
            @refund_request The money was sent back the way you paid.
            @double_charge The booking was reversed, you should see it within three days.
            The sum in question was put right in our books.""",
    },
    "security": {
        "propose_step": """@suspicious Please change the password now and sign out everywhere.
            @card_fraud I have locked the card, please confirm the list of payments.
            @suspicious Please switch on the second factor. | @card_fraud Please fill in the form for disputed payments.
            @suspicious Please go through the list of devices and remove the unknown ones.
            @card_blocked I have lifted the lock, please try a small payment.
            @suspicious Please do not open the link, and send us the mail.
            @card_ Please look at the last payments in the app. | @card_ Please connect the card with the app again.
            Please confirm your identity by the link in our mail.""",
        "deliver_solution": """@card_ The card was replaced, the new one comes within five days.
            @card_fraud The payment that was not yours was reversed.
            @card_blocked The lock was lifted, the card can be used. | @suspicious All foreign sessions were ended.
            @suspicious The unknown user was removed and the password reset.
            @card_fraud The disputed amount of {amount} was credited.
            @suspicious Nothing else was changed by the stranger, we have checked it.
            @card_blocked The limit was raised, payments go through. | Your details were secured.
            The check is finished, all is fine.""",
    },
    "access": {
        "propose_step": """@sign_in Please clear the cookies and sign in again. | I have reset it, please try again.
            @password I have sent you a new link => I have sent you a new code
            @password Please look into the spam folder. | @sign_in Please try it in a private window.
            @missing Please ask your administrator to invite you again.
            @missing I have renewed your role, please sign out and in again.
            Please close all windows and start anew.""",
        "deliver_solution": """Your access was restored. | @password The password is reset, the link is in your mail.
            @missing Your user has its rights back. | The lock was removed, you can sign in.
            @sign_in The sign-in was set up again and does not go in circles any more.
            @missing The missing role was added. | @sign_in The old session was ended, you get in now.
            You were let in again, please tell me if it locks once more.""",
    },
    "integration": {
        "propose_step": """Please renew the connection in the settings. | Please remove the token and add it again.
            @sync I have restarted the transfer, please look at the next run. | @sync Please start it once by hand.
            @interface Please send the call again with the debug header.
            @sync Please wait ten minutes and then compare the stock.
            @interface Please check whether {host} is on your allow list.""",
        "deliver_solution": """@sync The transfer runs again. | @sync The missing orders were sent after.
            @interface The interface answers as it should. | @sync The token was renewed, the sync is up to date.
            @sync The blocked queue was cleared. | @sync The mapping was corrected, the next run is complete.
            @interface The fault was in our interface and has been removed. | @interface The calls go through again.
            @interface The limit for your calls was raised.""",
    },
    "defect": {
        "propose_step": """Please install the latest version. | Please clear the app data and start it again.
            Please switch off the add-ons and try once more. | Please restart the device.
            I have switched off a new feature for you, please open it again. | Please send us the crash report.
            Please try it with an empty catalogue.""",
        "deliver_solution": """We have rolled out a fix. | The new version does not crash any more.
            The fault was on our side and has been removed. | The broken record was repaired, it opens now.
            The update of this morning contains the correction. | It starts without the error now.
            The faulty feature was taken back.""",
    },
    "data": {
        "propose_step": """Please choose the period again and reload the report.
            I have started the calculation again, please compare in an hour. | Please set the time zone in the report.
            Please compare it without the filter. | Please send us both files.
            Please take the export instead of the screen.
            Please leave the returns out and tell me whether it adds up.""",
        "deliver_solution": """The figures were calculated anew and are right now.
            The orders that were counted twice have been removed. | The time zone of the report was corrected.
            The missing returns are in the report. | The report and the export agree again.
            The import was repeated, last month is complete. | The wrong rate was replaced.""",
    },
    "performance": {
        "propose_step": """Please try it in a private window. | @slow Please clear the cache and reload.
            I have moved you to another node, please try again. | @slow Please limit the list to one month.
            Please move the large export to the night. | @database I have raised the limits, please watch it until noon.
            Please switch off the add-on and measure once more.""",
        "deliver_solution": """@slow The pages load in under two seconds again.
            @database The slow query was given an index. | @slow The load was spread, it is fast now.
            @database The database has more room and answers normally.
            @database The nightly job that slowed it down was moved. | @slow The cache was repaired.
            The bottleneck was removed, the times are normal.""",
    },
    "outage": {
        "propose_step": """Please watch the status page, it is updated every half hour.
            Please try again in ten minutes. | Please use the second address for now.
            I have restarted your instance, please reload. | Please flush the DNS cache and try once more.
            Please tell me whether the login page at least loads. | Please stop automatic retries for the moment.""",
        "deliver_solution": """The service is up again. | All sites can be reached again.
            The fault in our data centre was removed. | We have switched to the second site, it is stable.
            The last release was taken back, it works again. | The outage is over, nothing was lost.
            The certificate was replaced, the page opens.""",
    },
    "privacy": {
        "propose_step": """Please confirm the request by the link in our mail.
            Please fill in the form for data requests.
            I have stopped the newsletter, please tell me if another one comes.
            I have prepared a copy of the data, please check it. | Please send us the old address too.
            Please sign out everywhere, so that the profile can be closed.""",
        "deliver_solution": """The data was deleted, the confirmation follows by mail.
            The profile was removed with everything in it. | Only what the law makes us keep is left.
            The copy of your data is ready to download. | Your address was taken off all lists.
            The backups are overwritten within 30 days, all else is gone.""",
    },
    "contracts": {
        "propose_step": """@discount Please have a look at the yearly plan, it is cheaper.
            @contract I have sent you the current terms, please compare them.
            @contract Please send us the clause you would like changed.
            @discount I have prepared an offer, please tell me what you think.
            @discount Please send us the form with the number of seats.
            @contract Please let your lawyers look at annex two. | Please look at the plan calculator in the portal.""",
        "deliver_solution": """@discount The new offer of {amount} is in your mailbox.
            @discount The discount was granted. | @contract The changed clause is in the contract.
            @contract The notice period is one month, it was put in writing.
            @contract The signed copy is in the portal. | @discount The old price stays for another year.
            @contract The data processing agreement was sent to you. | The papers are complete now.""",
    },
    "how_to": {
        "propose_step": """Please open the settings and then "Advanced". | Could you follow the steps in this article?
            Please use the three dots at the top right. | Please switch to the new view first.
            Please try it with a test entry. | I have sent you a short guide, please follow it.
            Please search for it in the menu by its name.""",
        "deliver_solution": """It is under settings, then advanced. | The export is in the menu at the top right.
            I have set it up for you, you can use it at once. | A colleague is added under "Team", then "Invite".
            The template can be changed under "Design". | The report is sent every Monday from now on.
            Here is how: open the list, choose the filter, save it.""",
    },
}
