"""What customers write in French: the cores of each act, and pools of sentences that acts share on purpose.

The signs are those of ``phrases``; customers say ``vous`` to a company, so ``[formal/casual]`` is a matter of tone.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "greeting": """[Madame, Monsieur,/Bonjour,] | [Bonjour,/Salut,] | [Bonsoir,/Hello,]
        [Bonjour à toute l'équipe,/Coucou,] | ~[Bonjour, j'espère que vous allez bien./Bonjour à tous,] | !Allô ?
        Bonjour le support,""",
    "closing": """~[Bien cordialement/Bonne journée] | [Cordialement/Cdlt]
        ~[Merci d'avance pour votre aide./Merci d'avance.] | ~[Avec mes remerciements/Merci !]
        ![J'attends votre réponse./J'attends.] | [Salutations distinguées/A+]
        [Dans l'attente de votre retour/Tenez-moi au courant.]""",
    "ask": """[Pourriez-vous vérifier, s'il vous plaît ?/Vous pouvez regarder ?] | Que puis-je faire ?
        [Merci de m'indiquer la marche à suivre./Une idée ?] | Pouvez-vous m'aider ? | !Réglez ça maintenant.
        !Quand est-ce que ce sera réglé ? | [Auriez-vous l'amabilité de regarder ?/Quelqu'un peut regarder ?]
        C'est connu ? | Dites-moi ce qu'il vous faut.""",
    "started": """Ça m'occupe {since}. | Ça dure {since}. | !Et ça dure {since} !""",
    "impact": """Ce n'est pas urgent. | Quand vous aurez le temps. | Il me le faut {deadline}.
        C'est urgent pour nous. | De mon côté rien ne presse. | Je peux attendre un peu.
        !Je n'ai plus de temps pour ça.""",
    "vent": """Ce n'est pas acceptable. | Je commence à en avoir assez. | Ça va durer encore longtemps ?
        On paie cher pour ça. | Personne ne se sent responsable, apparemment. | C'est ridicule. | Très frustrant.
        Je perds patience. | J'ai autre chose à faire. | Je ne m'attendais pas à ça de votre part. | Incroyable.
        C'est la troisième fois ce mois-ci.""",
    "courtesy": """Merci de regarder. | J'apprécie votre aide. | Pas de souci. | Désolé de vous déranger.
        Merci pour votre patience. | Je sais que vous êtes débordés. | Vous avez été très aimables jusqu'ici.""",
    "sarcasm": """Super, encore une réponse toute faite, exactement ce qu'il me fallait.
        Merveilleux. Je n'avais rien d'autre à faire aujourd'hui. | Merci beaucoup, ça m'a tellement aidé.
        Service brillant, comme toujours. | Prenez votre temps, ce n'est que mon argent. | Bravo, vraiment.
        Ah chouette, la même question pour la troisième fois. | Fantastique, je me sens si bien suivi.
        Parfait, encore un lien. | Bien sûr, je vais attendre encore un peu.""",
    "still": """C'est pareil qu'avant. | Aucun changement chez moi. | Toujours rien. => Rien pour l'instant.
        Encore la même chose.
        !TOUJOURS rien. | ~Malheureusement c'est toujours pareil. | Rien n'a changé.""",
    "works": """Tout est rentré dans l'ordre. | ~Parfait, c'était ça. | Merci, c'était ça.
        Super, tout va bien maintenant. | ~Résolu, merci beaucoup.""",
    "wait": """J'attends toujours. | Il y a du nouveau ? | Des nouvelles ? | !Allô ? Il y a quelqu'un ?
        Je n'ai plus de nouvelles. | ~Pourrais-je avoir un point, s'il vous plaît ? | J'attends {since}.""",
    "thanks": """Merci. | Merci bien. | Merci beaucoup. | Un grand merci. | ~Merci pour la réponse rapide.
        Super, merci. | D'accord, merci. | Merci pour votre aide jusqu'ici.""",
    "again_lead": """Comme je l'ai dit, | Comme déjà écrit : | Encore une fois : | Je répète : | Pour être clair :
        À nouveau : | !Pour la dernière fois : | ~Je n'ai peut-être pas été clair : | C'est écrit plus haut :""",
    "doing": """Dois-je faire autre chose ? | Et maintenant ? | Quelle est la prochaine étape ? | Qui s'en occupe ?
        !Et alors ? | Dites-moi comment on continue.""",
    "personal": """Je m'appelle {person} et mon mail est {email}. | Vous pouvez me joindre au {phone}.
        Merci d'écrire à {email}. | Le compte est au nom de {person}, {email}. | La carte est la {card}.
        Appelez-moi au {phone}, {person}. | Mon identifiant est {email}. | Le virement sur {account}.
        Je me connecte toujours depuis {address}.""",
    "signature": """{person} | {person}\n{phone} | {person}\nService achats | {person}\n{email}
        {person}\nResponsable exploitation | Envoyé de mon téléphone | {person}\nN° client {number}""",
    "disclaimer": """Ce message est confidentiel. Si vous n'en êtes pas le destinataire, merci de le supprimer.
        Pensez à l'environnement avant d'imprimer ce mail. | Ce courriel est confidentiel.
        Gérant : {person}, RCS {number} | Envoyé depuis notre formulaire | N° de TVA : FR{number}""",
    "form": """Numéro : {number}\nProduit : {name}\nProblème : {symptom}
        Nom : {person}\nRéférence : {number}\nMessage : {detail}
        Quel produit ? {name}\nDepuis quand ? {since}\nQue s'est-il passé ? {symptom}
        Formulaire de contact : {name} / {symptom} / {detail} | Objet : {name}, {symptom}
        1. Qu'est-ce qui ne va pas ? {symptom}\n2. Qu'avez-vous essayé ? Tout.""",
    "enough": """Là, ça suffit. | Je n'en resterai pas là. => Je ne compte pas en rester là.
        Cela aura des suites. => Cela ne restera pas sans suite.
        Vous ne me laissez pas le choix.
        J'en tirerai les conséquences. | ~Je serais désolé d'aller plus loin. | !J'en ai assez de vous.
        Faut-il en arriver là ?""",
    "somebody": """Qui s'occupe de ça ? | Il n'y a personne d'autre ? | Je préférerais régler ça par téléphone.
        Quelqu'un peut-il me répondre ? | ~Un collègue en sait peut-être plus ? | !Quelqu'un s'y connaît ?""",
    "alarm": """Merci de bloquer tout de suite. | Ça ne me dit rien. | Mon argent est-il en sécurité ?
        Que deviennent mes données ? | Merci de prendre ça au sérieux. | !Faites quelque chose ! | Je suis inquiet.""",
    "progress": """Ça a l'air mieux. | Un pas de plus. | Au moins quelque chose a changé.
        ~Pas encore tout à fait, mais ça a l'air bon.""",
    "hurry": """Ça devient urgent. => Cela devient urgent. | Le temps presse. | Nous ne pouvons plus attendre longtemps.
        Combien de temps faut-il ? | ~Ce serait bien de savoir quand. | !Il me le faut MAINTENANT.
        Quand est-ce que ce sera prêt ?""",
    "worth": """Il y a de l'argent en jeu. | Il s'agit de {amount}. | Et les {amount} ? | Nous sommes de bons clients.
        ~J'espère que nous trouverons une solution. | !Je paie assez, non ?""",
    "tried": """J'ai d'abord regardé l'aide en ligne. | J'ai demandé autour de moi, sans succès.
        ~J'ai fait ce que j'ai pu de mon côté. | !J'ai tout essayé maintenant.""",
    "context": """Je tiens une petite boutique. | Nous sommes clients depuis des années. | Je suis nouveau ici.
        J'écris pour ma responsable. | Nous sommes deux, sans informaticien. | D'habitude je me débrouille.
        Une collègue vous a déjà eus au téléphone. | Nous vendons dans trois pays.""",
    "topic": """Il s'agit {du_product} : | En bref : | Ma demande : | {name} : | Voici : | Pour aller droit au but :
        J'espère que c'est simple :""",
    "detail_of_wallet": """le rechargement est toujours en attente | le QR code n'est pas accepté en caisse
        le solde affiche {amount} | la clé d'accès n'est pas reconnue | l'envoi à un ami est bloqué
        rien ne se passe en approchant le téléphone | les points ont disparu | le scan du visage revient sans cesse""",
}

CORES: dict[str, str] = {
    "open": "{symptom} | {topic} {symptom}",
    "add_detail": """{detail} | Et aussi : {detail} | Autre chose : {detail} | J'ai oublié de dire : {detail}
        Pour info, {detail} | ~Si ça peut aider : {detail} | !Et pour couronner le tout, {detail}
        Je complète : {detail}""",
    "repeat_problem": """{again_lead} {symptom} | {symptom} | Comme je l'ai dit, {symptom} | Rien n'a changé : {symptom}
        !Combien de fois faut-il le dire ? {symptom}
        Le fond reste le même : {symptom} => On en est toujours là : {symptom} | {still}""",
    "answer_fact": """Le numéro est {number}. | ~Bien sûr, le numéro est {number}.
        !Le numéro, je l'ai déjà donné : {number}. | {detail} | Je ne sais pas, où puis-je le voir ? | {started}
        Oui. | Non. | {tried}""",
    "say_failed": """J'ai essayé, aucun changement. | Ça n'a pas aidé. | J'avais déjà fait tout ça avant d'écrire.
        Fait, mais rien n'est différent. | !Je l'ai déjà fait trois fois.
        ~J'ai suivi vos conseils, mais ils ne semblent pas correspondre à mon cas. | &still | &tried""",
    "say_better": """C'est mieux, mais il reste une chose. | Ça a un peu aidé. | Un pas de plus, merci.
        Ça avance, on dirait. | &progress""",
    "say_solved": """&works | Je confirme, vous pouvez fermer le ticket. | C'est résolu.
        ~Excellent, merci de votre aide. | &progress""",
    "thank": """&thanks | ~C'est gentil. | Je vais essayer, merci. | D'accord, j'attends. | Merci, on verra.
        Très bien. | Bien, merci. | {still}""",
    "complain": """Je ne suis pas content. | C'est trop long. | Le service était mieux avant => L'aide était mieux avant
        !C'est une honte. | !J'en ai marre. | ~Je dois dire que je suis un peu déçu. | Chacun me dit autre chose.
        J'ai déjà expliqué ça à {count} personnes. | !Vous me faites perdre mon temps. | J'attendais mieux de vous.
        &vent | &wait | &enough | &somebody""",
    "nudge": """&wait | Merci de regarder {number}. | Je voulais juste savoir où ça en est.
        !J'attends toujours, {since} ! | &still | &doing | &somebody | &hurry""",
    "ask_person": """Je voudrais parler à une personne. | Puis-je parler à quelqu'un, s'il vous plaît ?
        !Je veux un vrai humain, tout de suite. | Y a-t-il quelqu'un à qui parler ?
        ~Serait-il possible de parler à quelqu'un ? | Plus de robot, merci. | Un conseiller, s'il vous plaît.
        Quelqu'un peut m'appeler ? | !Assez de réponses automatiques. | Merci de passer ça à quelqu'un qui connaît.
        Merci d'escalader à un collègue. | Y a-t-il un numéro de téléphone ? | &somebody""",
    "ask_supervisor": """[Pourrais-je/Je peux] parler à votre responsable ? | Je veux parler à un manager.
        !Passez-moi votre chef. | Qui est votre supérieur ? | ~Peut-être que quelqu'un au-dessus peut décider ?
        Merci d'escalader. | Y a-t-il quelqu'un qui peut décider ? | !Je veux que ce soit escaladé aujourd'hui.
        Et qui peut valider ? | Merci de transmettre au chef d'équipe. | Quelqu'un avec plus de pouvoir peut regarder ?
        &enough | &somebody""",
    "refuse_escalation": """Pas besoin d'un responsable, juste d'une solution. | Inutile d'escalader.
        ~Je n'ai pas besoin d'un supérieur, juste d'une réponse. | Il n'y a pas lieu d'impliquer quelqu'un d'autre.
        !Je ne veux pas votre chef, je veux que ce soit réglé. | Ne me transférez pas encore, s'il vous plaît.
        Pas la peine d'escalader, je peux attendre. | Je préfère rester avec vous que tout recommencer.
        Je n'ai pas besoin d'un humain, le lien suffit. | Merci de ne pas m'envoyer vers un autre service.
        &somebody""",
    "threaten_legal": """Je vais devoir en parler à mon avocat. | !Vous aurez des nouvelles de mon avocat.
        ~J'aimerais éviter l'avocat. | Nous nous réservons toute action en justice.
        Notre service juridique va regarder. | !On se verra au tribunal. | J'ai une protection juridique, au passage.
        D'après mon avocat le contrat est clair. | Je connais mes droits. | &enough""",
    "threaten_churn": """Nous réfléchissons à un autre prestataire. | !Je résilie tout.
        ~Sinon nous devrions regarder ailleurs. | Si ça continue, nous partons. | Comment clôturer mon compte ?
        D'autres savent le faire aussi. | Je ne commanderai plus ici. | Quand finit notre contrat ?
        !C'est fini, je m'en vais. | Nous avons une autre offre. | &enough | &hurry""",
    "threaten_public": """Je vais laisser un avis. | !Tout le monde va le lire. | Je vais le publier sur les réseaux.
        Mes abonnés vont aimer cette histoire. | ~Je préférerais ne pas laisser un mauvais avis.
        Ça peut intéresser la presse. | Une étoile, et encore. | D'autres devraient le savoir.
        !J'ai tout gardé et je vais le publier. | &enough""",
    "threaten_regulator": """Je vais le signaler à la répression des fraudes.
        L'association de consommateurs en entendra parler. | !Je porte plainte auprès de l'autorité aujourd'hui.
        ~Il me faudrait alors saisir le médiateur. | À ma connaissance, c'est le rôle du médiateur.
        C'est un cas pour la CNIL. | L'autorité bancaire a un formulaire pour ça. | Nos auditeurs posent la question.
        Y a-t-il un médiateur pour ça ? | &enough""",
    "report_fraud": """Ce paiement de {amount} n'est pas de moi. | Ce n'était pas moi. | Quelqu'un utilise mes données.
        Je pense que c'est une fraude. | !On est en train de me voler.
        ~C'est peut-être une erreur, mais je ne connais pas ce paiement. | Je n'ai jamais rien acheté là.
        Merci de bloquer. | J'ai porté plainte. | Je ne reconnais pas. | &alarm""",
    "report_breach": """Je vois les données d'un autre client. | Il y a la facture de quelqu'un d'autre dans mon compte.
        !Vous montrez mes données à des inconnus. | Il y a apparemment une fuite de données.
        Un inconnu a reçu un mail avec nos commandes. | ~Je crois voir des choses qui ne me sont pas destinées.
        Des données clients sont peut-être sorties. | Nos mots de passe étaient en ligne.
        J'ai reçu un fichier avec {count} noms. | &alarm""",
    "safety_concern": """La batterie est devenue très chaude. | Ça sent le brûlé. | Quelqu'un pourrait se blesser.
        !Ça a failli prendre feu. | ~Je ne suis pas sûr qu'on puisse l'utiliser. | Un enfant pourrait y toucher.
        C'est dangereux ? | La prise a fait des étincelles. | Le médicament doit rester au froid. | Je l'ai débranché.
        &alarm""",
    "abuse": """!Vous êtes idiots ou quoi ? | !Tous des incapables. | !Bande de nuls. | !Allez vous faire voir.
        !Quelle arnaque. | Vous n'y connaissez rien, hein ? | Vous lisez ce que j'écris ? | C'est une blague ?
        !Menteurs. | Quel bazar. | &vent | &enough""",
    "mention_deadline": """Il me le faut {deadline}. | !{deadline}, pas plus tard !
        ~Ce serait bien de l'avoir {deadline}. | Après c'est trop tard. | C'est possible {deadline} ? | &hurry""",
    "mention_many_affected": """Je ne suis pas le seul. | J'en connais {count} autres qui disent la même chose.
        D'autres en parlent sur le forum. | ~Je ne suis pas seul, on dirait. | !D'autres en ont assez aussi !
        &hurry""",
    "mention_amount": """Il s'agit de {amount}. | On parle de {amount}. | {amount}, c'est beaucoup pour moi.
        Ça fait {amount} au total. | &worth""",
    "ask_refund": """Je veux être remboursé. | Merci de rembourser {amount}. | !Rendez-moi mon argent.
        ~Un remboursement serait-il possible ? | Quand vais-je récupérer les {amount} ?
        Je veux un remboursement, pas un bon d'achat. | Merci d'annuler le paiement. | J'attends la totalité.
        Pouvez-vous le créditer sur mon compte ? | &worth""",
    "ask_discount": """Pouvez-vous nous faire une remise ? | Peut-on faire quelque chose sur le prix ?
        !À ce prix j'attends mieux. | ~Une petite remise nous ferait plaisir. | Combien coûteraient {count} licences ?
        Avec 20 % de moins on signe. | Un autre prestataire est à {amount}. | Quel est votre meilleur prix ?
        À {amount} c'est d'accord. | C'est votre dernier mot ? | &worth""",
    "ask_contract_terms": """Que dit le contrat ? | Quand pouvons-nous résilier ? | Quel est notre préavis ?
        ~Pourriez-vous m'envoyer les conditions actuelles ? | !Où est-ce écrit dans mon contrat ?
        Est-ce compris dans notre offre ? | Quel délai de réponse prévoit le contrat ? | Il nous le faudrait par écrit.
        Qui signe chez vous ? | Peut-on changer l'article 7 ? | &worth""",
    "boilerplate": """&disclaimer | &form | &log | Réf. {number} / {name} / {amount}
        --- Message transféré ---\n{symptom} | Je suis absent du bureau et lirai votre message plus tard.""",
    "quote_earlier": """> {desk_line}\n{again_lead} {symptom} | > {desk_line}\n{answer_fact}
        > {desk_line}\nSérieusement ? | Vous avez écrit : « {desk_line} » {answer_fact}
        > {desk_line}\n> {desk_line}\nVoir plus haut. | > {symptom}\n{wait} | > {desk_line}\n{thanks}""",
    "back_again": """C'est encore arrivé. | Encore. | !Et c'est reparti. | ~Désolé de revenir vers vous.
        L'ancien ticket {number} est fermé, mais ce n'est pas résolu. | {still} | J'écris à nouveau pour {number}.
        De nouveau : {symptom}""",
    "small_talk": """Quel temps fait-il chez vous ? | J'étais en congé, je lis seulement maintenant. | Bon week-end.
        Encore lundi... | Au fait, j'aime bien le nouveau design. | On dirait que je parle à un robot.
        C'est toujours aussi chargé ? | J'ai d'abord dû prendre un café. | Rien ne presse, je déjeune.
        !Au moins la musique d'attente était bien.""",
    "self_made_progress": """J'ai trouvé quelque chose : {detail} | Je crois savoir ce que c'est.
        J'ai trouvé un article et je l'ai suivi. | ~Entre-temps j'ai un peu avancé.
        !Comme personne ne répond, je l'ai fait moi-même. | &progress | {tried}""",
}
