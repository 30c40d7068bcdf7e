"""What English-speaking customers answer, try and wait for, by the category of the issue.

``english_customer`` has what fits every issue. The signs are those of ``phrases``, and ``@`` that of ``issue_phrases``.
"""

from __future__ import annotations

REPLIES: dict[str, dict[str, str]] = {
    "software": {
        "impact": """I can work around it for now. | It slows us down a bit. | We do it by hand in the meantime.
            My team is waiting for it. | Every hour costs us money. | Our month-end depends on it.
            It holds up other things.""",
        "still": """This still does not work. | !It STILL does not work. | It does not work.
            The problem is still there.""",
        "tried": """I have restarted everything already. | I tried another browser, too.
            Signing out and in did nothing. | I tried it on a second computer, no difference.""",
        "answer_fact": """It is the same on another computer. | Only I am affected, I think. | I attached a screenshot.
            It happens every time. | We did not change anything.""",
        "say_failed": """No luck with these steps. | It worked for a minute and then it was back.
            The guide describes something else => The article shows something else""",
        "say_better": """The first part works now. | ~Looks good so far, I keep testing.
            Better, I can at least work again. | !Half of it works now, the rest does not.""",
        "self_made_progress": """I restarted everything and it is a bit better. | With another browser it works.
            I changed a setting and now it looks different. | A colleague had an idea, we are testing it.
            I wrote a small workaround.""",
        "back_again": "It is back. | Unfortunately the problem returned. | It worked for a day, now it fails again.",
        "mention_many_affected": """{count} of us have the same problem. | All of our shops have it.
            !Everybody here is affected! | ~A few colleagues see it, too. | The whole department is standing still.
            It is the same at our other site.""",
        "mention_deadline": """It has to work {deadline}. | We go live {deadline}. | We present it {deadline}.
            The whole campaign starts soon.""",
        "form": """Which product? {name}\nSince when? {since}\nHow many are affected? {count}\nWhat happens? {symptom}
            1. What does not work? {symptom}\n2. What did you try? Everything.""",
        "started": "It has been like this {since}. | I have had it {since}. | I have seen it {since}.",
        "works": "It works now, thank you. | It runs again. | Yes, it works. | All good again.",
        "progress": "It works for the moment. | ~I am still testing. | Part of it works.",
        "say_solved": "Never mind, it works.",
    },
    "orders": {
        "impact": """It is meant as a present. | I can do without it for a few days. | I had to borrow one for now.
            I would have to buy it elsewhere otherwise. | We are away from home soon.""",
        "still": """@parcel_ There is still no parcel. | @parcel_ Nothing has been delivered yet.
            @wrong_item The right item is still not here. | @wrong_item I still have the wrong one here.""",
        "works": """@parcel_ The parcel is here, thank you. | @parcel_ It was delivered just now.
            @wrong_item The right one has arrived. | Everything has arrived now. | Yes, I have it now.""",
        "progress": """@parcel_ The tracking moves again. | @parcel_ There is a new delivery date, at least.
            @wrong_item The return was picked up. | Part of it has arrived.""",
        "tried": """@parcel_ I asked all the neighbours. | @parcel_ I called the carrier, they know nothing.
            @parcel_ I went to the pick-up point for nothing. | @wrong_item I compared it with the packing slip.
            @wrong_item I asked in the shop round the corner, they do not take it back.""",
        "answer_fact": """The address is right. | @parcel_ There was no card in the letter box.
            @parcel_ Nobody in the house has taken it in. | @parcel_ The tracking shows the same as last week.
            @wrong_item I attached a photo of the box. | @wrong_item It has not been used. | I paid at once.
            It was ordered from my own account.""",
        "say_failed": """@parcel_ The carrier only sends me back to you. | @parcel_ The neighbours have nothing.
            @parcel_ I waited until the evening, nothing came. | @wrong_item The return label cannot be printed.
            @wrong_item The shop did not take the box. | The order page says something else.""",
        "say_better": """@parcel_ At least the parcel was found.
            @wrong_item The label arrived, now I wait for the rest. | !Half of the order is here, the rest is not.
            ~The new date is fine, I hope that it holds.""",
        "self_made_progress": """@parcel_ I found the depot's number and will call there.
            @parcel_ A neighbour saw the van, I am asking around. | @wrong_item I found the original order mail.""",
        "back_again": """@parcel_ The second parcel did not come either. | @wrong_item The replacement is wrong, too.
            The promised delivery did not come.""",
        "mention_many_affected": """@parcel_ {count} orders of ours are hanging. | Half my street has the same story.
            We ordered for the whole office, {count} people wait.""",
        "mention_deadline": """I am only at home {deadline}. | We leave soon and need it {deadline}.
            The birthday does not wait, it has to be here {deadline}.""",
        "started": "I have been waiting {since}. | There has been no news of it {since}.",
        "ask_refund": "A replacement is fine, too.",
    },
    "billing": {
        "impact": """My account is nearly empty because of it. | Our accountant is waiting for it.
            The books have to be closed soon. | I need the money for the rent.
            It can wait for the next statement.""",
        "still": """@invoice_wrong The invoice is still wrong. | @refund The money is still not here.
            @double_charge The second charge is still there. | Nothing has changed in my statement.""",
        "works": """@refund The money is here, thank you. | @double_charge The second charge is gone.
            @invoice_wrong The new invoice is right. | The sum is right now. | Yes, the account is in order.""",
        "progress": """@invoice_wrong One line is right now. | @refund The refund shows as announced.
            @double_charge One of the two is marked as cancelled. | Part of the sum is back.""",
        "tried": """I went through all my statements. | I called my bank first. | I checked the sum twice.
            I have looked at the billing page.""",
        "answer_fact": """I paid by card. | It is on the statement of this month. | I attached the statement.
            @invoice_wrong The address should be the one in the contract. | It was taken from the business account.
            @double_charge Both lines have the same date.""",
        "say_failed": """The bank says that it is up to you. | My statement shows the same as before.
            @invoice_wrong The new invoice has the same mistake. | @refund I waited the two days, nothing came.""",
        "say_better": """Part of the money is here. | @invoice_wrong The address is right now, the sum is not.
            !Half of it was paid back, the rest was not.""",
        "self_made_progress": """My bank has found the booking. | I found the old invoice and compared it.
            Our accountant had an idea, we are checking.""",
        "back_again": """It was booked again. | @invoice_wrong The next invoice has the same mistake.
            @refund The refund never came.""",
        "started": "I have been waiting for the money {since}. | I have seen it in my account {since}.",
        "mention_many_affected": "We have {count} bookings like that. | It concerns {count} invoices of ours.",
        "mention_deadline": "The tax office wants it {deadline}. | The books close {deadline}.",
    },
    "security": {
        "impact": """@card_ I cannot pay with it at all. | @card_ I am travelling and need a card.
            I do not sleep well with this. | @suspicious Our customers' data is in there.""",
        "still": """@card_blocked The card is still blocked. | @card_fraud The payment is still on my statement.
            @suspicious The unknown device is still listed. | I still do not feel safe.""",
        "works": """@card_ The card works again, thank you. | @suspicious The unknown device is gone.
            I feel safe again, thanks. | @card_fraud The money is back.""",
        "progress": """@card_ The app shows the card again. | @suspicious The list of devices is shorter now.
            At least nothing new has happened.""",
        "tried": """@suspicious I have changed the password already. | @card_ I looked through all payments in the app.
            @card_ I called the bank's hotline first. | I told nobody any code.
            @suspicious I signed out everywhere.""",
        "answer_fact": """@card_ I have the card here with me. | I did not give anybody a code.
            @suspicious I did not open any link. | @suspicious Only my colleague and I have access.
            @card_blocked It was declined at the till. | @card_fraud I do not know that merchant.
            I have the same phone as before.""",
        "say_failed": """@card_ The app does not let me do that. | @suspicious The stranger is back in the list.
            @card_blocked It was declined once more. | I did not get a code.""",
        "say_better": """@card_ Small payments go through, larger ones do not.
            @suspicious One session is gone, another is still there. | ~That calms me a little.""",
        "back_again": """@card_blocked The card is blocked again.
            @suspicious There is another sign-in that was not me.
            @card_fraud There is one more payment that is not mine.""",
        "mention_deadline": """@card_ I travel and need the card {deadline}.
            I want to know {deadline} that all is safe.""",
        "started": "I noticed it {since}. | This has worried me {since}.",
        "self_made_progress": "@card_ I have locked the card myself. | @suspicious I removed two devices myself.",
        "mention_many_affected": """@card_ My wife's card has it, too.
            @suspicious {count} of our users got such a mail.""",
    },
    "access": {
        "answer_fact": "I get as far as the password. | My colleagues get in. | I use the same address as always.",
        "still": "I still do not get in.", "works": "I am in again, thank you.", "tried": "I typed it very slowly.",
    },
    "integration": {
        "answer_fact": """The connection shows as active. | The last run was complete.
            It is the same token as before.""",
        "still": "Nothing comes through yet.", "works": "The data comes through again.",
    },
    "defect": {
        "answer_fact": "I use the current version. | No error text, it just stops. | About {count} people see it.",
        "still": "It still crashes.", "works": "No more crashes, thank you.",
    },
    "data": {
        "answer_fact": "The difference is about {count} orders. | The filter is the same. | The export is right.",
        "still": "The figures are still wrong.", "works": "The figures add up now.", "tried": "I counted it by hand.",
        "mention_deadline": "The tax office wants it {deadline}.",
    },
    "performance": {
        "answer_fact": "Other pages are fast. | It is worst in the morning. | About {count} people see it.",
        "still": "It is as slow as before.", "works": "It is fast again.",
    },
    "outage": {
        "answer_fact": "Nothing loads at all. | {count} of our sites are gone. | It is the same on the phone.",
        "still": "Everything is still down.", "works": "Everything is up again.",
        "mention_many_affected": "Our customers are calling, {count} so far.",
    },
    "privacy": {
        "impact": "I do not want my data kept any longer. | The law gives you a month. | It is a matter of principle.",
        "answer_fact": """I never agreed to that. | I have closed the account already. | The old address can go, too.
            I want everything deleted.""",
        "started": "I have been asking for this {since}.",
        "still": "My data is still there. | The newsletter still comes.",
        "works": "I got the confirmation. | The profile is gone, thank you.", "tried": "I looked for a delete button.",
        "say_failed": "I filled in the form, but nobody answered. | The link in the mail has expired.",
        "back_again": "I got a newsletter again. | My profile is still found.",
        "mention_many_affected": "It concerns {count} people in our company.",
    },
    "contracts": {
        "answer_fact": """We need {count} seats. | We would sign for a year. | Our buyer decides that.
            The contract ends this year.""",
        "say_failed": """@discount The offer does not fit. | The plan you name is not enough for us.
            Our buyer said no to that.""",
        "impact": "Our board decides soon. | The budget is planned {deadline}. | Without it we cannot sign.",
        "still": "@discount I still have no offer. | I still have nothing in writing.",
        "tried": "I read the terms twice.", "works": "That is fine for us, thank you. | We can sign that.",
        "progress": "@discount The offer comes closer. | @contract One clause is clear now.",
        "say_better": "@discount The price is better, the term is not. | @contract One clause is left.",
        "back_again": "@contract The new contract does not say what we agreed.",
        "mention_many_affected": "It is for {count} people on our side.",
        "mention_deadline": "Our board meets soon, we need it {deadline}. | We have to give notice {deadline}.",
    },
    "how_to": {
        "impact": "I do it by hand in the meantime. | It would save me time. | My boss wants to see it {deadline}.",
        "answer_fact": """I use the current version. | I am in the settings now. | My menu looks different.
            I have the normal role. | I attached a screenshot.""",
        "say_failed": """The button is not there.
            The guide describes something else => The article shows something else""",
        "started": "I have been looking for it {since}.", "still": "I still cannot find it.",
        "works": "Found it, thank you. | It works now, thank you. | Ah, there it is.", "progress": "I found the menu.",
        "tried": "I clicked through all the menus. | I watched your video first.",
        "say_better": "I found the page, but not the button.",
        "self_made_progress": "A colleague showed me half of it. | I found it in another menu.",
        "back_again": "I cannot find it any more.", "mention_many_affected": "{count} of us ask ourselves the same.",
        "mention_deadline": "I have to show it {deadline}.",
    },
}  # fmt: skip
