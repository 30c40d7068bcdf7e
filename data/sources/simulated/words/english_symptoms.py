"""What English-speaking customers say is wrong: for each issue paraphrases of it, then details that carry news.

One phrase ends at ``|`` or at the line's end; a paraphrase is a clause that can also stand after "As I said, ".
"""

from __future__ import annotations

SYMPTOMS: dict[str, tuple[str, str]] = {
    "parcel_lost": (
        """my parcel for order {number} never arrived | order {number} seems to be lost in the post
        the tracking for {number} has not moved for days and nothing has come | nothing was delivered for order {number}
        I am still without my order {number} | the carrier cannot find the parcel of order {number}
        tracking says delivered but I have no parcel""",
        """the neighbours have nothing either | the tracking says delivered | I was at home all day
        the carrier sends me back to you | the goods are worth {amount} | the address on the label is right
        the depot says it was never scanned there""",
    ),
    "parcel_late": (
        """my order {number} is late | the delivery of {number} should have been here days ago
        order {number} is still on its way, long after the promised date | my parcel keeps being postponed
        the delivery date of {number} was moved again | I am waiting for a parcel that should be here by now""",
        """the first date was last week | express delivery was paid for | it is a present | I need it {deadline}
        the tracking shows the same hub {since} | no one told me about the delay | half of the order came""",
    ),
    "wrong_item": (
        """I received the wrong item with order {number} | order {number} contained something I did not buy
        you sent me the wrong article | the box of {number} holds another product than I ordered
        what came is not what I ordered | the size and colour in order {number} are wrong""",
        """the packing slip lists the right one | the seal was open | the item I need costs {amount}
        I have photos of the label | there was somebody else's invoice in the box | I threw the box away already""",
    ),
    "double_charge": (
        """I was charged twice for order {number} | {amount} went off my account two times
        the same payment shows up twice | you debited {amount} twice | there is a second charge I cannot explain
        my statement has the payment for {number} two times""",
        """the second one came a day later | it is {amount} in total | I only clicked once | the bank sent me to you
        one of them is still pending | the first payment had shown an error | both have the same reference""",
    ),
    "refund_request": (
        """I want my money back for order {number} | please refund {amount} to me
        I am waiting for the refund of {number} | the refund of {amount} has not arrived
        I sent order {number} back and would like the money returned | I would like to be reimbursed for {number}""",
        """it was returned within the two weeks | the return shows as received | it is about {amount}
        I was told five working days | half of it came back | the card I paid with has expired since
        the article was used once""",
    ),
    "invoice_wrong": (
        """the invoice {number} is wrong | there is a mistake on our last invoice
        invoice {number} shows {amount} too much | we were billed for something we do not use
        the amount on invoice {number} does not match our contract | our invoice has the wrong tax on it""",
        """the VAT number is missing | we changed the plan in between | our accounting found {amount} of difference
        last month was correct | the seats are counted twice | the old address is still on it
        we cannot book it like this""",
    ),
    "card_fraud": (
        """there is a payment of {amount} on my card that I did not make | someone used my card for {amount}
        I do not know the charge of {amount} on my statement | my card was used in a place I have never been
        somebody paid with my card details | there are strange payments on my card""",
        """I still have the card with me | it was at three in the night | there were {count} payments in a row
        I got a text about a code I never asked for | the shop's name tells me nothing
        I only shop in two places online | the first ones were tiny""",
    ),
    "card_blocked": (
        """my card is blocked | my card was declined although there is money on the account
        {product} says my card is locked | I cannot pay with my card any more | the card gets refused everywhere
        payments with my card fail {since}""",
        """I am abroad at the moment | the PIN is right | I did get a new phone | the limit should be {amount}
        it works at the cash machine | the app shows no reason | it happened after one large payment""",
    ),
    "password_reset": (
        """I cannot reset my password for {product} | the password reset for {product} does not work
        my new password is refused by {product} | I am locked out of {product} after changing my password
        {product} does not take the password I just set | the reset link for {product} is dead""",
        """the reset mail comes but the link has expired | no reset mail arrives | my account says locked
        it asks for a code I do not get | a colleague managed without trouble | I looked in the spam folder
        the mail address changed last month""",
    ),
    "sign_in_loop": (
        """signing in to {product} sends me back to the login page | I am stuck in a login loop with {product}
        after login {product} asks me to log in again | {product} keeps throwing me back to the sign-in screen
        I enter everything correctly and {product} wants it again | the single sign-on for {product} goes in circles""",
        """it happens in every browser | clearing cookies changed nothing | on the phone it works
        only users of the new domain have it | the certificate was renewed last week
        the log shows an invalid assertion | a private window makes no difference""",
    ),
    "missing_rights": (
        """I have no permission for {product} any more | {product} says access denied | my role in {product} is wrong
        I cannot see our data in {product} | the buttons I need in {product} are greyed out
        my user in {product} lost its rights""",
        """I am the owner of the account | it worked last week | the admin has left the company
        my colleague with the same role can do it | the invitation never came | we are {count} users
        it only concerns one shop""",
    ),
    "sync_stopped": (
        """{product} has stopped syncing | orders do not come through {product} any more
        our stock is not updated by {product} | the sync in {product} hangs | {product} shows old data {since}
        nothing is transferred by {product}""",
        """the last run was {since} | we renewed the token already | {count} orders are missing
        a manual start gives duplicates | only one warehouse has it | the job shows green
        there was an update on your side""",
    ),
    "interface_errors": (
        """calls to {product} fail | {product} gives us server errors | we get error 500 from {product}
        our requests to {product} are rejected | {product} answers with failures
        our integration with {product} is broken""",
        """about one call in five | nothing changed on our side | the sandbox works, production does not
        the signature check fails on retries | we see it from {host} | the schema seems to be different
        it times out after 30 seconds""",
    ),
    "app_crash": (
        """{product} crashes when I open it | {product} closes by itself | opening {product} ends in a crash
        I cannot start {product}, it crashes every time | {product} quits with an error
        {product} freezes and is gone""",
        """after the latest update | reinstalling did not help | on two different devices | it is the newest version
        it runs for a minute first | only with the large catalogue | the crash report was sent""",
    ),
    "wrong_numbers": (
        """the numbers in {product} are wrong | {product} shows the wrong revenue
        the totals in {product} do not add up | {product} and our bank disagree by {amount}
        the report from {product} cannot be right | {product} counts some orders twice""",
        """the difference is {amount} | it began with the new month | the export is right, the screen is not
        returns are missing | the time zone might be off | we compared it by hand | last year's figures changed too""",
    ),
    "slow_pages": (
        """{product} is very slow | pages in {product} take forever | {product} needs a minute to load
        everything in {product} is sluggish {since} | we can hardly work with {product}, it is so slow
        loading times of {product} are terrible""",
        """mostly in the morning | other sites are fast | it takes {value} seconds | the search is the worst
        customers leave at the checkout | we cleared the cache | it got worse after the weekend""",
    ),
    "database_alert": (
        """we see database errors in {product} | {product} says too many connections | queries in {product} time out
        the database behind {product} does not answer | {product} reports a replication delay
        saving in {product} fails with a database error""",
        """it is at {value} of {threshold} | {host} is named in the error | it comes and goes
        reads work, writes do not | it began with a nightly job | the disk might be full
        {count} errors in ten minutes""",
    ),
    "outage": (
        """{product} is down | nobody can reach {product} | {product} is not available for any of us
        we have a complete outage of {product} | none of our users can work with {product}
        {product} only shows an error page""",
        """your status page says all is well | it has been down {since} | three sites report it
        even the login does not load | {count} people are waiting | our shop has stopped selling
        it was back for a minute""",
    ),
    "suspicious_access": (
        """there was a strange login to {product} | somebody unknown is in our account for {product}
        I think our account for {product} was hacked | we see logins in {product} that are not ours
        an unknown device has opened {product} in our name | a user we do not know appeared in {product}""",
        """from a country where we have no one | the password was changed already | it came from {host}
        a forwarding rule was added | two colleagues were asleep then | somebody clicked on a link last week
        the payout account looks different""",
    ),
    "data_deletion": (
        """please delete my data from {product} | I want my account and everything in it erased
        we need personal data removed from {product} | I asked for my data to be deleted
        please remove all that you store about me | my old profile in {product} is still there""",
        """the account is no longer used | I still get your newsletter | you had already confirmed it
        it concerns {count} records | please confirm in writing | the backups too, please
        I moved to another provider""",
    ),
    "discount_request": (
        """we would like a better price for {product} | is there a discount for {product}?
        we want to add {count} seats to {product} and need a better offer | the renewal of {product} is too expensive
        can you do something about the price of {product}? | we ask for a discount on {product}""",
        """it is about {amount} a year | another provider offers less | we would sign for three years
        our budget ends at {amount} | we have been with you for six years | the decision falls {deadline}
        the board wants two offers""",
    ),
    "contract_terms": (
        """I have a question about our contract for {product} | we need other terms for {product}
        when can we cancel {product}? | the notice period for {product} is not clear to us
        our lawyers want a change in the contract for {product} | what exactly does our plan for {product} cover?""",
        """it renews {deadline} | the version online differs from ours | it is about the liability clause
        we need a data processing agreement | procurement is waiting for it | it is worth {amount} a year
        the annex is missing""",
    ),
    "how_to": (
        """how do I set up a filter in {product}? | where can I find the export in {product}?
        I would like to know how to change the template in {product} | how can I add a colleague to {product}?
        I am looking for the tax setting in {product} | is there a way to schedule a report in {product}?""",
        """the manual describes an older version | it is for a new colleague | a short pointer is enough
        I found two menus and do not know which | I only need it for my own account | it is for about {count} articles
        the video did not help""",
    ),
}
