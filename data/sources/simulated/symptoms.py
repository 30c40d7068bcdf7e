"""What customers say is wrong: for each issue several ways to say the same, and details of it.

The first tuple holds paraphrases: a customer whose problem persists says it again in other words, and that
self-repetition is what a trajectory feature can find. The second holds details that carry news.
"""

from __future__ import annotations

SYMPTOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "password_reset": (
        ("I cannot reset my password for {product}", "the password reset for {product} does not work",
         "my new password is refused by {product}", "I am locked out of {product} after a password change",
         "{product} will not accept the password I just set"),
        ("the reset mail arrives but the link has expired", "I never got the reset mail", "my account says locked",
         "it asks for a code that I do not receive", "a colleague reset theirs without trouble"),
    ),
    "sign_in_loop": (
        ("signing in to {product} sends me back to the login page", "I am stuck in a login loop with {product}",
         "after login {product} asks me to log in again", "{product} keeps returning me to the sign-in screen",
         "the single sign-on for {product} goes round in circles"),
        ("it happens in every browser", "clearing cookies changed nothing", "only users of the new domain are affected",
         "the certificate was renewed last week", "the log shows an invalid assertion"),
    ),
    "missing_rights": (
        ("I do not have access to a folder in {product}", "{product} says I lack permission",
         "I get access denied in {product}", "my role in {product} lost its permissions",
         "{product} does not let me open things I should have rights to"),
        ("I changed departments this month", "my manager approved the request", "the rest of my team can open it",
         "I had this right until yesterday", "the approval number is on its way"),
    ),
    "connection_drops": (
        ("the connection to {product} drops every few minutes", "{product} disconnects all the time",
         "I keep losing the connection to {product}", "{product} cuts out and reconnects again and again",
         "my session with {product} breaks off constantly"),
        ("on cable and on wireless alike", "only from the home office", "the network team says the line is fine",
         "it started with the new router", "the event log shows a tunnel timeout"),
    ),
    "slow_pages": (
        ("{product} is extremely slow", "pages in {product} take ages to load",
         "loading anything in {product} takes more than a minute", "{product} hardly responds",
         "the slowness of {product} makes it unusable"),
        ("mornings are the worst", "other sites load at once", "the whole office sees it", "a search never finishes",
         "memory on my machine is fine"),
    ),
    "report_timeout": (
        ("my report in {product} times out", "{product} gives a timeout when I run the monthly report",
         "the monthly report of {product} never finishes", "running a large report in {product} ends in a timeout",
         "{product} aborts my report before it is done"),
        ("the same query ran in two minutes last month", "a smaller date range works", "the query has four joins",
         "the progress bar stops at ninety percent", "the nightly schedule fails as well"),
    ),
    "wrong_numbers": (
        ("the totals in {product} are wrong", "{product} shows incorrect figures",
         "the numbers in {product} do not match our ledger", "figures from {product} differ from the source",
         "sums in {product} do not add up"),
        ("the difference is about three percent", "returns seem to be counted twice", "only the northern region is off",
         "the export agrees with the screen, both are wrong", "currency conversion may be the reason"),
    ),
    "missing_records": (
        ("records have disappeared from {product}", "entries are missing in {product}",
         "a part of our data in {product} is gone", "{product} no longer shows records we entered",
         "we cannot find entries that were in {product} before"),
        ("they were there on Friday", "the import reported no errors", "the bin is empty", "about forty accounts",
         "nobody here deleted anything"),
    ),
    "sync_stopped": (
        ("{product} stopped synchronising", "the sync of {product} is not running any more",
         "changes no longer sync to {product}", "nothing has been synchronised with {product}",
         "{product} and our calendar are out of sync"),
        ("the last run was two days ago", "the connector shows a green light", "new contacts do not arrive",
         "we renewed the token already", "duplicates appear when I trigger it by hand"),
    ),
    "interface_errors": (
        ("the API of {product} returns server errors", "calls to the {product} interface fail",
         "our integration gets error 500 from {product}", "requests to the API of {product} are rejected with errors",
         "the interface of {product} answers our requests with failures"),
        ("about one call in five", "the payload did not change", "the schema seems to have changed",
         "the signature check fails on retries", "the sandbox works, production does not"),
    ),
    "app_crash": (
        ("{product} crashes when I open it", "{product} closes by itself right after the start",
         "opening {product} ends in a crash", "{product} quits with an error at startup",
         "I cannot start {product}, it crashes every time"),
        ("after the latest update", "reinstalling did not help", "on two different devices", "the crash log is here",
         "it runs in safe mode"),
    ),
    "delivery_failure": (
        ("messages sent from {product} bounce", "{product} does not deliver our messages",
         "our clients do not receive what we send from {product}", "mails out of {product} come back undelivered",
         "sending from {product} fails with a delivery error"),
        ("only to outside addresses", "the bounce mentions a policy", "attachments make it worse",
         "our domain record was edited", "the queue shows them as sent"),
    ),
    "double_charge": (
        ("we were charged twice for {product}", "there is a double charge for {product} on our invoice",
         "our invoice lists {product} two times", "the same fee for {product} was debited twice",
         "you billed {product} twice this month"),
        ("it is {amount} in total", "our accounting noticed {amount} too much", "the second debit came a day later",
         "the card statement shows {amount}", "we changed the plan in between"),
    ),
    "refund_request": (
        ("I want a refund for {product}", "please pay back the fee for {product}",
         "we ask for our money back for {product}", "we request reimbursement for {product}",
         "I expect the charge for {product} to be refunded"),
        ("we cancelled in time", "it is about {amount}", "the contract ended last month", "{amount} are still missing",
         "we never used the add-on"),
    ),
    "suspicious_access": (
        ("there was a suspicious login to {product}", "someone unknown signed in to our {product} account",
         "we see strange logins in {product}", "I think our account in {product} was hacked",
         "an unknown device has accessed {product} in our name"),
        ("from a country we have no office in", "two users confirmed they were asleep", "a rule forwards mail outside",
         "the password was changed already", "a link in a message asked for our password"),
    ),
    "outage": (
        ("{product} is down for everyone", "nobody in our company can reach {product}",
         "we have a complete outage of {product}", "{product} is unavailable at all our sites",
         "none of our users can work with {product}"),
        ("three sites report it", "your status page says all is well", "it began a quarter of an hour ago",
         "even the login page does not load", "our production stands still"),
    ),
    "how_to": (
        ("how do I set up a filter in {product}", "could you tell me how to change a template in {product}",
         "I am looking for the setting for signatures in {product}", "where do I find the export in {product}",
         "I would like to know how to share a view in {product}"),
        ("the manual describes an older version", "I only need it for my own account", "it is for a new colleague",
         "I found two menus and do not know which", "a short pointer is enough"),
    ),
}  # fmt: skip
