"""What bots and agents write to customers in English; macros repeat, as they do on real desks.

The signs are those of ``phrases``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "desk_greeting": """[Dear customer,/Hi!] | [Hello,/Hi there,] | [Good day,/Hello!]
        [Dear customer, thank you for your message./Hi, thanks for writing.]""",
    "desk_closing": """[Kind regards, your support team/Your support team] | [Best regards/Best, support]
        Ticket {number} => Case {number}""",
    "desk_wait": """I am checking this, one moment please. | I need a little more time. | I am still on it.
        I will get back to you {deadline}. | Thank you for your patience. | We are looking into it.""",
    "desk_sorry": """I am sorry for the trouble. | Sorry about that. | I understand that this is annoying.
        I apologise for the wait.""",
    "desk_line": """Please try again and tell me the result. | We are looking into it. | Could you send me the number?
        Please clear your cache and try again. | We will get back to you shortly. | This should work now.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Hello, I am the support assistant. What can I do for you?
        Hi! I am a virtual assistant. Please describe your request. | Welcome. In a few words, what is it about?
        Hello! I can help with orders, payments and your account.
        Thank you for contacting us. You are talking to our assistant. | Hi, how can I help with {product} today?""",
    "bot_faq": """It looks like this is about {product}. Does this article help?
        I found a guide for you. Please follow its steps. | Have you tried to sign out and in again?
        Many customers solve this by clearing the cache. | Here is what I found on {product}. Did that help?
        You can see where your order is under "My orders".
        Refunds take up to five working days. Did that answer your question?""",
    "bot_identify": """Please tell me your order or customer number. | To find your case I need your number.
        What is the e-mail address of your account? | Which product is it about: shop, payments, card or something else?
        Please confirm that this is about {number}.
        For your security, please give me the postcode of your address.""",
    "bot_not_understood": """I am not sure that I understood you. Could you say it in other words?
        Sorry, I did not get that. | I did not find an answer to that. Please tell me more.
        Could you describe it in one sentence? | Sorry, please choose one of these topics: orders, payments, account.
        I am still learning. Could you rephrase that?""",
    "bot_offer_agent": """Would you like to talk to a colleague? | I can connect you to an agent. Shall I?
        If you like, a person can have a look. | Should I pass this to our team?
        Shall I open a ticket for you? => Shall I open a case for you?
        An agent is available from 8 to 18. Would you like to wait?""",
    "bot_hands_over": """I am connecting you to a colleague now. | One moment, an agent will take over.
        I have passed your request to our team. | A colleague will reply here soon.
        Your ticket {number} was opened, an agent will look at it.
        Please hold on, you are number {count} in the queue.""",
    "agent_greet": """Thank you for reaching out. | My name is {agent}, I will look after this.
        I have read your message. | [Thank you for contacting us about {product}./Thanks for writing about {product}.]
        I am taking over from here. | Thank you for your message, I am looking at {number} now.""",
    "ask_info": """Since when does this happen, and who is affected? | Which version and device are you using?
        Could you send me a screenshot or the exact error message? | What did you do just before?
        Please tell me the order or invoice number. | Does it also happen in another browser?
        Could you confirm the address on the account? | Is it the same for your colleagues?""",
    "propose_step": """Please clear the cache and sign in again. | Please try it in a private window.
        I have reset it, please try again. | Please renew the connection in the settings.
        Please wait ten minutes and then reload. | Please check your spam folder.
        Could you follow the steps in this article? | Please install the latest version.
        I have sent you a new link => I have sent you a new code | Please ask the carrier with the number {number}.
        Please remove the token and add it again.""",
    "wait_note": """&desk_wait | I have asked a colleague and will write as soon as I know more.
        This may take until tomorrow. | We are still waiting for an answer. | The investigation is running.
        Please bear with us.""",
    "apologise": """&desk_sorry | I am sorry that you had to repeat yourself. | Please accept our apologies.
        That should not have happened. | I am sorry for the delay. | I can see why you are disappointed.""",
    "explain_policy": """According to our terms this is possible within 14 days.
        Our rules allow this only once per order. | For security reasons I may not change this myself.
        Refunds go back to the way you paid. | The identity of the account owner has to be confirmed first.
        That depends on your plan. | Such cases need two weeks by our terms.
        Claims against the carrier are possible after seven days.""",
    "refuse": """I am afraid that I cannot do that. | Unfortunately this is not possible.
        I am not able to offer more than this. | I am sorry, the deadline has passed. | I cannot make an exception here.
        That is outside of what your plan covers. | Unfortunately we cannot refund this.""",
    "promise": """I will get back to you {deadline}. | I will take care of it today.
        You will have an answer {deadline}. | I will keep an eye on it. | I will call you as soon as there is news.
        It will be corrected on the next invoice. | &desk_wait""",
    "announce_handover": """I am passing this to {team}. | My colleagues in {team} will take over.
        I have escalated this to {team}. | {team} will get in touch with you. | I have to involve a colleague here.
        Somebody from {team} is going to look at it. | I am handing your case over, you need not repeat anything.
        A specialist will contact you {deadline}.""",
    "deliver_solution": """It is fixed now, please try again. | I have corrected it.
        The refund of {amount} is on its way. | A replacement is on its way. | Your access was restored.
        The fault was on our side and has been removed. | I have corrected the settings, it should work now.
        The transfer runs again. | We have rolled out a fix.
        Please find the answer below: it is under settings, then advanced.""",
    "close_case": """I am closing this ticket now. | As we have not heard from you, we are closing the ticket.
        Thank you, I will mark this as solved. | You can reopen it any time by answering. | I am glad that it works.
        Have a nice day. | Ticket {number} is closed.""",
    "ask_if_solved": """Does it work now? | Is there anything else I can do for you? | Did that solve it?
        Could you check whether it works? | Is your question answered? | May I close the ticket?
        Please tell me whether it helped.""",
    "offer_goodwill": """As an apology I have added a voucher of {amount} to your account.
        We would like to offer you a credit of {amount}. | I can offer you free shipping on the next order.
        This month is free of charge for you. | I can take {amount} off the invoice.
        We will bear the cost, as a gesture. | Would a voucher be fine with you?""",
    "ask_approval_told": """I have to get that approved first.
        I need a short confirmation from my team lead for {amount}. | I have asked for approval.
        The request is with {team}. | This amount has to be released by a colleague.
        I am checking internally what we can do. | I have put in a word for you and am waiting for the answer.""",
}
