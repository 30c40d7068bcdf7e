"""What the desk asks and knows in English, by the category of the issue: questions, rules, articles of the bot.

The signs are those of ``phrases``.
"""

from __future__ import annotations

KNOWLEDGE: dict[str, dict[str, str]] = {
    "orders": {
        "ask_info": """Is the order number {number} right? | Could you confirm the delivery address?
            @parcel_ Has anybody else in the house taken it in? | @parcel_ Which date were you given for the delivery?
            @wrong_item Could you send me a photo of the label? | @wrong_item What exactly was in the box?
            @parcel_ Was there a card from the carrier?""",
        "explain_policy": """@parcel_ A parcel counts as lost after seven days.
            @parcel_ Claims against the carrier take two weeks. | @wrong_item Wrong items are exchanged within 14 days.
            @parcel_ The carrier has to close the search first. | An exchange is possible once per order.""",
        "bot_faq": """You can see where your order is under "My orders".
            @parcel_ A delivery may take up to five working days.
            @wrong_item Returns are started under "My orders", then "Return".""",
    },
    "billing": {
        "ask_info": """Which invoice or order number is it? | On which day was the money taken?
            @double_charge Could you send me the line from your statement?
            @refund_request Which amount would be right in your view? | How did you pay?
            @double_charge Is the second amount still pending or booked?
            @invoice_wrong Which address should be on the invoice?""",
        "explain_policy": """Refunds go back to the way you paid. | @refund We refund within 14 days of the return.
            Our rules allow this only once per order.
            @double_charge A reservation is released by the bank, not by us.""",
        "bot_faq": """@refund Refunds take up to five working days. Did that answer your question?
            You will find all invoices under "Billing". | @double_charge A double line is often only a reservation.
            The billing address can be changed under "Billing".""",
    },
    "security": {
        "ask_info": """When did you see this for the first time? | @card_ Do you still have the card with you?
            @card_fraud Which of the transactions do you not recognise?
            @suspicious Did you enter your details on a link? | @suspicious Who else has access?
            @card_ Could you confirm the last four digits of the card?
            @card_fraud Did you get a message with a code that you had not asked for?
            Was anything changed on your phone lately?""",
        "explain_policy": """@card_ The identity of the card owner has to be confirmed first.
            For security reasons I may not change this myself.
            @card_fraud Disputed payments are examined within ten days. | @card_ A lock may only be lifted by the owner.
            Every such report is kept on file.""",
        "bot_faq": """@card_ You can lock your card at any time in the app.
            Please never pass on a code from a text message.
            @suspicious Unknown devices are listed under "Security".""",
    },
    "access": {
        "ask_info": """Which e-mail address do you sign in with? | What does it say when you try?
            @sign_in Does it also happen in another browser? | @password Did the mail with the link arrive?
            @missing Which role should you have? | Do your colleagues get in? | When did you last get in?""",
        "explain_policy": """For security reasons I may not change this myself.
            @missing Rights are given by your own administrator. | The identity of the owner has to be confirmed first.
            @password After five attempts the access is locked for an hour.""",
        "bot_faq": """@password You can reset the password on the sign-in page.
            Have you tried to sign out and in again? | Many customers solve this by clearing the cookies.""",
        "ask_if_solved": """Does it work now? | Could you check whether it works?""",
    },
    "integration": {
        "ask_info": """@sync When was the last run that went well? | @interface Which calls fail, and with which answer?
            @interface Could you send me a request id? | Did you change a token or an address lately?
            @interface Does the sandbox show the same? | @sync How many orders are missing?
            Which version of the interface do you use?""",
        "explain_policy": """We support the last two versions of the interface.
            @sync Changes to the mapping are part of the larger plan. | @interface Calls above the limit are refused.
            Logs are kept for 14 days.""",
        "bot_faq": """@sync The state of every transfer is shown under "Connections". | A token is valid for 90 days.
            @interface The answers of the interface are listed in our developer guide.""",
        "ask_if_solved": """Does it work now? | Could you check whether it works?""",
    },
    "defect": {
        "ask_info": """Which version and device are you using? | What did you do just before?
            Could you send me a screenshot or the exact error message? | Does it happen every time?
            Is it the same on another device? | Did you install an update lately? | At which step does it close?""",
        "explain_policy": """We support the last two versions. | Fixes are released every second week.
            That depends on the device. | Without a crash report we cannot pass it to development.""",
        "bot_faq": """Many customers solve this by installing the latest version. | Please restart it. Did that help?
            Known faults are listed on our page of releases.""",
        "ask_if_solved": """Does it work now? | Could you check whether it works?""",
    },
    "data": {
        "ask_info": """Which period and which figure is it about? | Which number do you expect?
            Could you send me the export you compare with? | Which time zone is set? | Are returns in your own figures?
            Since which day do they differ? | Which filter is on in the report?""",
        "explain_policy": """Figures of the present day are preliminary.
            Returns are counted on the day they are booked. | Reports are calculated once a night.
            Older figures may change until the month is closed.""",
        "bot_faq": """The figures are renewed every night. | The time zone of a report is set under "Options".
            Here is how we count returns. Did that help?""",
        "ask_if_solved": """Do the figures agree now?""",
    },
    "performance": {
        "ask_info": """@slow Which page is slow, and how long does it take? | At what time of day is it worst?
            @slow Is it slow for your colleagues too? | @slow Do other sites load quickly?
            @database Could you send me the text of the error? | Since which change is it like this?
            How many people work in it at the same time?""",
        "explain_policy": """More computing time is part of the larger plan. | Large exports are meant for the night.
            We promise 99.5 percent by the month. | That depends on your plan.""",
        "bot_faq": """@slow Many customers solve this by clearing the cache.
            @slow Long lists load faster with a filter. | Current load is shown on the status page.
            You can subscribe to news about {product} on the status page.""",
        "ask_if_solved": """Does it work now? | Could you check whether it works?""",
    },
    "outage": {
        "ask_info": """Since when, and is anybody able to reach it? | Which error page do you see?
            Is it all sites or only one? | Does it also fail over another network?
            Which part is down: login, checkout or all? | How many users are waiting?""",
        "explain_policy": """We report on the status page every 30 minutes.
            Credits for outages are given at the end of the month. | We promise 99.5 percent by the month.
            The cause is published within five days.""",
        "bot_faq": """The state of all services is on our status page. | Please check whether other sites load.
            You can subscribe to news about {product} on the status page.""",
        "ask_if_solved": """Does it work now? | Could you check whether it works?""",
    },
    "privacy": {
        "ask_info": """Which address was the data stored under? | Is it about all data or only some?
            Could you confirm that you are the owner of the data? | Do you need a copy first?
            Are there invoices that must be kept? | Which profile is it about?""",
        "explain_policy": """Such requests take up to one month by law. | Invoices have to be kept for some years.
            The identity of the owner has to be confirmed first. | Backups are overwritten after 30 days.""",
        "bot_faq": """You can ask for a copy of your data under "Privacy".
            A profile is closed under "Privacy", then "Close". | Our privacy notice tells what we store.""",
    },
    "contracts": {
        "ask_info": """@discount How many seats is it about? | Until when do you need the offer?
            @contract Which clause is it about? | @discount How long would you commit? | Who signs on your side?
            @contract Which version of the terms do you have? | @discount What does the other offer contain?""",
        "explain_policy": """@contract The notice period is three months by our terms.
            @discount Discounts begin at ten seats. | That depends on your plan.
            @contract Changed clauses have to be signed by both sides.""",
        "bot_faq": """@discount Our plans and prices are on the page "Pricing".
            @contract You can see your contract under "Plan".
            @contract The notice period is stated in your plan. Did that answer your question?
            A sales colleague can make you an offer.""",
    },
    "how_to": {
        "ask_info": """Which menu do you see on the left? | What would you like to reach in the end?
            Which role does your user have? | Could you send me a picture of the page?
            Is it for you alone or for the whole team? | Which version of the manual do you have?""",
        "explain_policy": """That depends on your plan. | Set-up by us is part of the larger plan.
            Only an owner may change this. | Training is offered once a month.""",
        "bot_faq": """I found a guide for you. Please follow its steps. | There is a short video on this. Did that help?
            You can search all articles in the help centre.""",
    },
}
