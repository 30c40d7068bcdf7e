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
    "desk_line": """Please let me know whether that helped. | We are looking into it. | Could you send me the number?
        We will get back to you shortly. | Please check it once more. | This should be settled now.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Hello, I am the support assistant. What can I do for you?
        Hi! I am a virtual assistant. Please describe your request. | Welcome. In a few words, what is it about?
        Hello! I can help with orders, payments and your account.
        Thank you for contacting us. You are talking to our assistant. | Hi, how can I help with {product} today?""",
    "bot_faq": """It looks like this is about {product}. Does this article help? | This may answer your question.
        I found something that may fit. | Here is what I found on {product}. Did that help?""",
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
        Please hold on, you are number {place} in the queue.""",
    "agent_greet": """Thank you for reaching out. | My name is {agent}, I will look after this.
        I have read your message. | [Thank you for contacting us about {product}./Thanks for writing about {product}.]
        I am taking over from here. | Thank you for your message, I am looking at {number} now.""",
    "ask_info": """Since when is this so? | Is there anything else I should know?
        Could you tell me a little more about it? | Could you send me the number or a picture?""",
    "propose_step": """Our part is done, please check yours. | Please try that and tell me the result.
        Could you look at it once more? | I have sent you an article, please have a look at it.""",
    "wait_note": """&desk_wait | I have asked a colleague and will write as soon as I know more.
        This may take until tomorrow. | We are still waiting for an answer. | The investigation is running.
        Please bear with us.""",
    "apologise": """&desk_sorry | I am sorry that you had to repeat yourself. | Please accept our apologies.
        That should not have happened. | I am sorry for the delay. | I can see why you are disappointed.""",
    "explain_policy": """I have to follow our terms in this. | Our rules leave me no choice here.
        Such cases need two weeks by our terms. | It is written like that in our terms.""",
    "refuse": """I am afraid that I cannot do that. | Unfortunately this is not possible.
        I am not able to offer more than this. | I am sorry, the deadline has passed. | I cannot make an exception here.
        That is outside of what we can do. | Unfortunately I have to decline this.""",
    "promise": """I will get back to you {deadline}. | I will take care of it today.
        You will have an answer {deadline}. | I will keep an eye on it. | I will call you as soon as there is news.
        I have made a note of it. | &desk_wait""",
    "announce_handover": """I am passing this to {team}. | My colleagues in {team} will take over.
        I have escalated this to {team}. | {team} will get in touch with you. | I have to involve a colleague here.
        Somebody from {team} is going to look at it. | I am handing your case over, you need not repeat anything.
        A specialist will contact you {deadline}.""",
    "deliver_solution": """That is done now. | I have put it right. | All is settled on our side.
        It is taken care of.""",
    "close_case": """I am closing this ticket now.
        Thank you, I will mark this as solved. | You can reopen it any time by answering.
        I am glad that it is settled. | Have a nice day. | Ticket {number} is closed.""",
    "ask_if_solved": """Is there anything else I can do for you? | Did that solve it?
        Is that all right for you? | Is your question answered? | May I close the ticket?
        Please tell me whether it helped.""",
    "offer_goodwill": """As an apology I have added a credit of {amount} to your account.
        We would like to offer you a credit of {amount}. | We will bear the cost, as a gesture.
        I can offer you {amount} for the trouble. | Would {amount} be fine with you, to make up for it?""",
    "ask_approval_told": """I have to get that approved first.
        I need a short confirmation from my team lead for {amount}. | I have asked for approval.
        The request is with {team}. | This amount has to be released by a colleague.
        I am checking internally what we can do. | I have put in a word for you and am waiting for the answer.""",
}
