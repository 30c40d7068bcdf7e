"""What the desk says: bots and agents answer with macros, so their texts repeat, as they do on real desks."""

from __future__ import annotations

BOT_ANSWERS = (
    "Hello, I am the support assistant. It looks like this is about {topic}. Does the article on {topic} help?",
    "Thanks for your message. I found a guide on {topic}; please follow its steps and tell me whether it worked.",
    "I understand that you have a question about {topic}. Have you tried the steps in our help centre?",
)
BOT_UNSURE = (
    "I am not sure that I understood you. Could you describe it in other words?",
    "Sorry, I did not find an answer to that. Please tell me more.",
)
BOT_ACKNOWLEDGES = (
    "We have received your request and will come back to you.",
    "Your case has been registered. An agent will look at it.",
)
ASKS = (
    "Thank you for reaching out. Since when does this happen, and who is affected?",
    "Hello, I am looking into this. Which version and device are you using?",
    "Could you send me a screenshot or the exact error message, please?",
    "I would like to reproduce this. What did you do just before?",
)
WAITS = (
    "I am checking this, one moment please.",
    "I need a little more time to look at the logs.",
    "Thank you for your patience, I am still on it.",
    "I have asked a colleague and will write as soon as I know more.",
)
STEPS = {
    "access": (
        "I have sent you a new sign-in link for {product}, please try again.",
        "Please clear the cookies for {product} and sign in once more.",
        "I reset your session in {product}; can you try in a private window?",
    ),
    "network": (
        "Please restart {product} and connect to the other gateway.",
        "Could you update the driver and test {product} by cable?",
        "I have moved you to another server for {product}; please reconnect.",
    ),
    "performance": (
        "Please empty the cache of {product} and try a smaller date range.",
        "I have restarted a service behind {product}; is it faster now?",
        "Could you test {product} with the browser add-ons switched off?",
    ),
    "data": (
        "I have started a recalculation in {product}, please compare again.",
        "Please remove all filters in {product} and load the view once more.",
        "I re-ran last night's import into {product}; could you check now?",
    ),
    "integration": (
        "Please renew the token of the connector in {product}.",
        "I have restarted the connector of {product}; a sync should run within minutes.",
        "Could you resend one request to {product} and give me its time?",
    ),
    "defect": (
        "Please install the latest version of {product} and start it again.",
        "Could you remove the profile of {product} and add it anew?",
        "I changed a setting for {product} on our side; please test it.",
    ),
    "billing": (
        "I see the entry for {product} on your invoice and have asked for a correction.",
        "I can offer a credit for {product} on the next invoice.",
        "Please send me the invoice number for {product}, then I can check it.",
    ),
    "security": (
        "I have ended all sessions in {product}; please set a new password.",
        "Please switch on the second factor for {product} and check the rules.",
        "I am looking at the sign-in log of {product}.",
    ),
    "outage": (
        "We are looking at {product}; please try again in ten minutes.",
        "I do not see an incident for {product} yet. Can you try another network?",
        "I have restarted your tenant of {product}, please test.",
    ),
    "how_to": (
        "You find it in {product} under settings, then preferences.",
        "In {product}, open the menu on the right and choose the second entry.",
        "Here is a short guide for {product}; the third page shows it.",
    ),
}
REMINDERS = (
    "Did this help? Without an answer I will close the case.",
    "I have not heard from you yet. May I close this?",
    "Just checking in: is this still open for you?",
)
SOLVED = (
    "Good to hear. I am closing the case; you can reopen it at any time.",
    "Thank you for the feedback. Have a nice day.",
    "Glad that it works. Please write again if anything comes up.",
)
APOLOGIES = ("I am sorry for the trouble. ", "I apologise for the inconvenience. ", "I understand this is annoying. ")
TRANSFERS = (
    "I am handing your case to a colleague who can take it further.",
    "Your case is now with our {team} team.",
    "I have involved {team}; they will contact you shortly.",
)
TAKES_OVER = (
    "Hello, this is {name}. I have taken over your case and have read what was written.",
    "Hi, {name} here, I am responsible for your case from now on.",
    "My name is {name}. I am looking into it and will stay with you until it is done.",
)
RESOLVES = (
    "We found the cause for {product} and fixed it on our side. Please check.",
    "The correction for {product} is done, it should work now.",
    "I have taken care of it for {product}; please confirm that all is well.",
)
NOT_OURS = (
    "Not ours: this belongs to another team, returning it.",
    "Wrong queue, nothing to do for us here. Sent back.",
    "Checked, no fault on our side. Please route again.",
)
ALERTS = (
    "ALERT {product}: error rate above {digits} percent for ten minutes",
    "ALERT {product}: disk usage at {digits} percent on the database host",
    "ALERT {product}: no heartbeat from node {digits}",
    "ALERT {product}: response time over {digits} seconds at the gateway",
    "ALERT {product}: nightly job {digits} ended with a failure",
)
