"""What customers write in English: the cores of each act, and pools of sentences that acts share on purpose.

The signs are those of ``phrases``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "greeting": """[Dear Sir or Madam,/Hi,] | [Hello,/Hey,] | [Good morning,/Morning,] | [Dear support team,/Hi all,]
        [Good afternoon,/Hi there,] | ~[Hello, I hope you are well./Hi, hope you're doing fine.] | !Hello?""",
    "closing": """~[Kind regards/Thanks!] | [Regards/Thx] | ~[Thank you in advance./Thanks in advance.]
        ~[Many thanks for your help./Cheers] | ![I expect your answer./Waiting.] | [Best regards/Best]
        [I look forward to your reply./Let me know.]""",
    "ask": """[Could you please/Can you] look into this? | What can I do? | [Please advise./Any ideas?] | Can you help?
        !Please sort this out now. | !When will this be settled? | [Would you please/Could you] check this?
        Is this known? | Please tell me what you need from me.""",
    "started": """I have been dealing with this {since}. | This has kept me busy {since}.
        !{since} this has been going on!""",
    "impact": """It is not urgent. | Whenever you have time. | I need it {deadline}. | This is urgent for us.
        No hurry from my side. | I can wait a little. | !I have no more time for this.""",
    "vent": """This is not acceptable. | I am really annoyed by now. | How long is this supposed to take?
        We pay a lot for this. | Nobody seems to feel responsible. | This is ridiculous. | Very frustrating.
        I am losing my patience. | I have better things to do. | I did not expect this from you. | Unbelievable.
        This is the third time this month.""",
    "courtesy": """Thank you for looking into it. | I appreciate your help. | No worries. | Sorry to bother you.
        Thanks for your patience with me. | I know that you are busy. | You have been kind so far.""",
    "sarcasm": """Great, another standard answer, exactly what I needed. | Wonderful. I have nothing else to do today.
        Thanks a lot, that helped so much. | Brilliant service, as always. | Take your time, it is only my money.
        Great job, really. | Oh good, the same question a third time. | Fantastic, I feel so well looked after.
        Perfect, one more link. | Sure, I will just wait some more.""",
    "still": """It is the same as before. | No change on my side. | Still nothing. => Nothing so far.
        Same thing again.
        !STILL nothing. | ~Unfortunately it is still the same. | Nothing has changed.""",
    "works": """All good now. | ~Perfect, that did it. | Thanks, that was it. | Great, everything is fine now.
        ~Solved, thanks a lot.""",
    "wait": """I am still waiting. | Is there any news? | Any update? | !Hello? Anyone there?
        I have not heard from you. | ~Could I get an update, please? | I have been waiting {since}.""",
    "thanks": """Thank you. | Thanks. | Thanks a lot. | Thank you very much. | ~Thanks for the quick answer.
        Great, thanks. | OK, thank you. | Thanks for your help so far.""",
    "again_lead": """As I said, | As I wrote before: | Once more: | To repeat it: | To be clear, | Again,
        !For the last time, | ~Perhaps I was not clear: | I wrote it already:""",
    "doing": """Should I do anything else? | What now? | What is the next step? | Who is looking at it? | !So what now?
        Please let me know how we go on.""",
    "personal": """My name is {person} and my mail is {email}. | You can reach me at {phone}. | Please write to {email}.
        The account runs on {person}, {email}. | The card is {card}. | Call me on {phone}, my name is {person}.
        My login is {email}. | The money should go to {account}. | I always connect from {address}.""",
    "signature": """{person} | {person}\n{phone} | {person}\nPurchasing | {person}\n{email}
        {person}\nHead of Operations | Sent from my phone | {person}\nCustomer no. {number}""",
    "disclaimer": """This e-mail is confidential. If you are not the recipient, please delete it.
        Please consider the environment before printing. | This message may be legally privileged.
        Registered office: {person} Ltd, company no. {number} | Sent with our ticket form
        Our VAT number: GB {number}""",
    "form": """Number: {number}\nProduct: {name}\nProblem: {symptom}
        Name: {person}\nReference: {number}\nMessage: {detail}
        Which product? {name}\nSince when? {since}\nWhat happened? {symptom}
        Contact form: {name} / {symptom} / {detail} | Subject: {name}, {symptom}
        1. What is wrong? {symptom}\n2. What did you try? Everything.""",
    "enough": """That is enough for me. | I will not leave it at that. => I will not let it rest.
        This will have consequences. => This is going to have consequences.
        You leave me no choice. | I will draw my conclusions. | ~I would be sorry to take this further.
        !I have had it with you. | Do you want it to come to that?""",
    "somebody": """Who is responsible for this? | Is there anybody else? | I would rather sort this out by phone.
        Can somebody get back to me? | ~Perhaps a colleague knows more? | !Is anyone competent there?""",
    "alarm": """Please block it at once. | I do not recognise it. | Is my money safe? | What happens with my data now?
        Please take this seriously. | !Do something, now! | I am worried.""",
    "progress": """It looks better now. | One step further. | Something has changed, at least.
        ~Not quite there yet, but it looks good.""",
    "hurry": """It is getting urgent. => It is becoming urgent. | Time is running out.
        We cannot wait much longer. | How long will it take?
        ~It would be good to know when. | !I need it NOW. | When will it be done?""",
    "worth": """There is money behind this. | It is about {amount}. | What about the {amount}? | We are good customers.
        ~I hope we find a solution. | !I pay enough, don't I?""",
    "tried": """I looked at your help pages first. | I asked around, no luck. | ~I did what I could on my own.
        !I have tried everything by now.""",
    "context": """I run a small shop. | We have been with you for years. | I am new here. | I am writing for my boss.
        We are two people, no IT department. | I usually manage on my own. | A colleague dealt with you before.
        We sell in three countries.""",
    "topic": """It is about {name}: | Short version: | My request: | {name}: | I have this: | To come to the point:
        Hopefully an easy one:""",
    "detail_of_wallet": """the top-up is still pending | the QR code is not accepted at the till
        the balance says {amount} | the passkey is not recognised | sending money to a friend is stuck
        tapping the phone does nothing | the points are gone | it wants the face scan again and again""",
    "tag": """ASAP please. | Sorry! | Anyway. | Just FYI. | Thanks guys. | Please help! | No joke. | Nice try.
        Best wishes. | Any update?""",
}

CORES: dict[str, str] = {
    "open": "{symptom} | {topic} {symptom}",
    "add_detail": """{detail} | Also: {detail} | One more thing: {detail} | I forgot to say: {detail}
        For your information, {detail} | ~What might help: {detail} | !And to top it all, {detail}
        Addition: {detail}""",
    "repeat_problem": """{again_lead} {symptom} | {symptom} | As I wrote, {symptom} | Nothing has changed: {symptom}
        !How often do I have to say it: {symptom}
        The point is still the same: {symptom} => Still on the table: {symptom} | {still}""",
    "answer_fact": """The number is {number}. | ~Sure: the number is {number}.
        !I already gave you that: {number}. | {detail} | I do not know, how do I find out? | {started} | Yes.
        No. | {tried}""",
    "say_failed": """I tried that, no change. | That did not help. | I did all of this before I wrote to you.
        Done, but nothing is different. | !I did that three times already.
        ~I followed your advice, but it does not seem to fit my case. | &still | &tried""",
    "say_better": """It is better now, but one thing is left. | That helped a bit. | One step further, thank you.
        Some progress, it seems. | &progress""",
    "say_solved": """&works | Confirmed, you can close this ticket. | It is solved.
        ~Excellent, thanks for helping. | &progress""",
    "thank": """&thanks | ~That is kind of you. | I will try that, thanks. | OK, I will wait. | Thanks, I will see.
        Alright. | Fine, thank you. | {still}""",
    "complain": """I am not happy with this. | This is taking too long.
        The service used to be better => The help used to be better | !This is not acceptable. | !I am fed up with this.
        ~I have to say that I am a bit disappointed. | Everybody tells me something else.
        I explained this to {count} people already. | !You are wasting my time. | I expected more from you. | &vent
        &wait | &enough | &somebody""",
    "nudge": """&wait | Please have a look at {number}. | Just checking in on this. | !I am still waiting, {since}!
        &still | &doing | &somebody | &hurry""",
    "ask_person": """[I would like/I want] to talk to a person. | Can I speak to a human, please?
        !Give me a real person, now. | Is there somebody I can talk to? | ~Would it be possible to speak to someone?
        Please no more bot. | Agent, please. | Can someone call me? | !Stop the automatic answers.
        Please pass this on to somebody who knows it. | Please escalate this to a colleague. | Is there a phone number?
        &somebody""",
    "ask_supervisor": """[May I/Can I] speak to your supervisor? | I want to talk to a manager. | !Get me your manager.
        Who is your superior? | ~Perhaps somebody above you can decide this? | Please escalate this.
        Is there somebody who may decide this? | !I want this escalated today. | Who can approve it, then?
        Please pass me on to the team lead. | Can someone with more authority look at it? | &enough | &somebody""",
    "refuse_escalation": """No need for a manager, just sort it out. | You do not have to escalate this.
        ~I do not need a supervisor, only an answer. | There is no reason to involve anyone else.
        !I do not want your manager, I want it settled. | Please do not pass me on again.
        No need to escalate, I can wait. | I would rather stay with you than start over.
        I do not need a person, the link is enough. | Please do not send me to another department. | &somebody""",
    "threaten_legal": """I will have to talk to my lawyer. | !You will hear from my lawyer.
        ~I would like to avoid a lawyer. | We reserve legal steps. | Our legal department will look at this.
        !Then we will meet in court. | I have legal insurance, by the way. | My lawyer says the contract is clear.
        I know my rights. | &enough""",
    "threaten_churn": """We are thinking about another provider. | !I will cancel everything.
        ~Otherwise we would have to look elsewhere. | If this goes on, we leave.
        How do I cancel my account? => How do I close my account? | Others can do this, too.
        I will not order here again. | When does our contract end? | !That was it, I am leaving.
        We have an offer from someone else. | &enough | &hurry""",
    "threaten_public": """I will write a review about this. | !Everyone will read about this. | I will post this online.
        My followers will like this story. | ~I would prefer not to leave a bad review.
        The papers may find it interesting. | One star, if that. | Others should know about it.
        !I have recorded all of this and will publish it. | &enough""",
    "threaten_regulator": """I will report this to the regulator. | The consumer office will hear of this.
        !I am filing a complaint with the authority today. | ~I would have to ask the ombudsman, then.
        As far as I know the ombudsman deals with this. | This is a case for the data protection authority.
        The financial authority has a form for this. | Our auditors ask about this. | Is there an ombudsman for this?
        &enough""",
    "report_fraud": """I did not make this payment of {amount}. | That was not me. | Somebody is using my details.
        I think this is fraud. | !My money is being stolen right now.
        ~It might be a mistake, but I do not know this payment. | I never bought anything there. | Please block it.
        I have told the police. | I do not recognise it. | &alarm""",
    "report_breach": """I can see the data of another customer. | Somebody else's invoice is in my account.
        !You are showing my data to strangers. | There seems to be a data leak. | A stranger got a mail with our orders.
        ~I believe I am seeing things that are not meant for me. | Customer data may have got out.
        Our password list was found online. | I got a file with {count} names in it. | &alarm""",
    "safety_concern": """The battery got very hot. | It smells burnt. | Somebody could get hurt.
        !This thing nearly caught fire. | ~I am not sure that it is safe to use. | A child could reach it.
        Is it dangerous? | The plug gave off sparks. | The medicine in it must stay cold. | I have unplugged it.
        &alarm""",
    "abuse": """!Are you stupid? | !You are all useless. | !What a bunch of idiots. | !Go to hell with your answers.
        !Total rubbish. | You have no idea, do you? | Do you even read this? | This is a joke, right? | !Liars.
        What a mess. | &vent | &enough""",
    "mention_deadline": """I need it {deadline}. | !{deadline}, not later!
        ~It would be good to have it {deadline}. | After that it is too late. | Can it be done {deadline}?
        &hurry""",
    "mention_many_affected": """It is not only me. | I know {count} others who say the same.
        Others write about it in the forum. | ~I am not the only one, it seems.
        !Others have had enough of this, too! | &hurry""",
    "mention_amount": """It is about {amount}. | We are talking about {amount}.
        {amount} is a lot of money for me. | That is {amount} in total. | &worth""",
    "ask_refund": """I want my money back. | Please refund {amount}. | !Give me my money back.
        ~Would a refund be possible? | When will I get the {amount} back? | I would like a refund, not a voucher.
        Please reverse the payment. | I expect the full amount back.
        Can you credit it to my account? | &worth""",
    "ask_discount": """Can you offer us a discount? | Is there anything you can do about the price?
        !For that price I expect more. | ~We would be glad about a small discount. | What would {count} seats cost?
        With 20 percent off we would sign. | Another provider is at {amount}. | What is your best price?
        At {amount} we have a deal. | Is that your last word? | &worth""",
    "ask_contract_terms": """What does the contract say about that? | When can we cancel?
        Which notice period do we have? | ~Could you send me the current terms?
        !Where in my contract does it say that? | Is that covered by our plan?
        Which response time do we have in the contract? | We would need that in writing. | Who signs this on your side?
        Can clause 7 be changed? | &worth""",
    "boilerplate": """&disclaimer | &form | &log | Ref {number} / {name} / {amount}
        --- Forwarded message ---\n{symptom} | I am out of the office and will read your message later.""",
    "quote_earlier": """> {desk_line}\n{again_lead} {symptom} | > {desk_line}\n{answer_fact} | > {desk_line}\nReally?
        You wrote: "{desk_line}" {answer_fact} | > {desk_line}\n> {desk_line}\nSee above. | > {symptom}\n{wait}
        > {desk_line}\n{thanks}""",
    "back_again": """It happened again. | !Here we go again. | ~Sorry to open this again.
        My old ticket {number} was closed, but it is not solved. | {still} | I am writing about {number} again.
        Again: {symptom}""",
    "small_talk": """How is the weather at your end? | I was on holiday, so I only read this now. | Have a nice weekend.
        Monday again... | By the way, I like the new design. | You do sound like a robot. | Is it always this busy?
        I had to get a coffee first. | No hurry, I am at lunch. | !At least the music was nice.""",
    "self_made_progress": """I found something myself: {detail} | I think I know what it is.
        I found an article and followed it. | ~Meanwhile I got one step further.
        !Since nobody answered, I did it myself. | &progress | {tried}""",
}
