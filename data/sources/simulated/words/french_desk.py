"""What bots and agents write to customers in French; macros repeat, as they do on real desks.

The signs are those of ``phrases``; the way of address is ``[vous/tu]``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "desk_greeting": """[Bonjour,/Salut,] | [Madame, Monsieur,/Hello !] | Bonjour,
        [Bonjour et merci pour votre message./Bonjour, merci pour ton message.]""",
    "desk_closing": """[Cordialement, l'équipe support/À bientôt, l'équipe support]
        [Bien cordialement/Bonne journée, le support] | Ticket {number} => Demande {number}""",
    "desk_wait": """Je vérifie, un instant s'il [vous/te] plaît. | Il me faut encore un peu de temps.
        Je suis toujours dessus. | Je reviens vers [vous/toi] {deadline}. | Merci de [votre/ta] patience.
        Nous regardons.""",
    "desk_sorry": """Je suis désolé pour la gêne. | Toutes nos excuses. | Je comprends que ce soit agaçant.
        Désolé pour l'attente.""",
    "desk_line": """Merci de réessayer avant de nous répondre. | Nous regardons.
        [Pouvez-vous/Peux-tu] m'envoyer le numéro ? | Merci de vider le cache avant de réessayer.
        Nous revenons vers [vous/toi] rapidement. | Ça devrait marcher maintenant.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Bonjour, je suis l'assistant du support. Que puis-je faire ?
        Bonjour ! Je suis un assistant virtuel. Merci de décrire la demande.
        Bienvenue. En quelques mots, de quoi s'agit-il ?
        Bonjour ! Je peux aider pour les commandes, les paiements et le compte.
        Merci pour votre message. Notre assistant vous répond. | Bonjour, une question sur {product} ?""",
    "bot_faq": """On dirait une question sur {product}. Cet article aide-t-il ?
        J'ai trouvé un guide. Merci de suivre les étapes. | Avez-vous essayé de vous déconnecter puis reconnecter ?
        Vider le cache aide beaucoup de clients. | Voici ce que j'ai trouvé sur {product}. Est-ce utile ?
        L'état d'une commande se trouve dans « Mes commandes ».
        Un remboursement prend jusqu'à cinq jours ouvrés. Cela répond-il à la question ?""",
    "bot_identify": """Merci d'indiquer le numéro de commande ou de client.
        Pour retrouver le dossier il me faut le numéro. | Quelle est l'adresse mail du compte ?
        De quel produit s'agit-il : boutique, paiement, carte ou autre ? | Merci de confirmer qu'il s'agit de {number}.
        Par sécurité, merci d'indiquer le code postal.""",
    "bot_not_understood": """Je ne suis pas sûr d'avoir compris. Pouvez-vous le dire autrement ?
        Désolé, je n'ai pas compris. | Je n'ai pas trouvé de réponse. Merci d'en dire plus. | En une phrase, peut-être ?
        Merci de choisir un sujet : commandes, paiements, compte. | J'apprends encore. Pouvez-vous reformuler ?""",
    "bot_offer_agent": """Souhaitez-vous parler à un collègue ? | Je peux appeler un conseiller. D'accord ?
        Si vous voulez, une personne peut regarder. | Dois-je le transmettre à notre équipe ?
        Dois-je ouvrir un ticket ? | Un conseiller est là de 8 h à 18 h. Attendre ?""",
    "bot_hands_over": """Je vous mets en relation avec un collègue. | Un instant, un conseiller prend la suite.
        Votre demande est chez notre équipe. | Un collègue va répondre ici.
        Ticket {number} ouvert, un conseiller va regarder. | Merci de patienter, place {count} dans la file.""",
    "agent_greet": """Merci pour [votre/ton] message. | Je m'appelle {agent} et je m'en occupe.
        J'ai lu [votre/ton] message. | Merci de [nous avoir écrit/ton message] au sujet {du_product}.
        Je prends la suite. | Merci pour le message, je regarde {number}.""",
    "ask_info": """Depuis quand, et qui est touché ? | Quelle version et quel appareil [utilisez-vous/utilises-tu] ?
        [Pouvez-vous/Peux-tu] m'envoyer une capture ou le message d'erreur exact ? | Que s'est-il passé juste avant ?
        Merci d'indiquer le numéro de commande ou de facture. | Est-ce pareil dans un autre navigateur ?
        [Pouvez-vous/Peux-tu] confirmer l'adresse du compte ? | Est-ce pareil chez les collègues ?""",
    "propose_step": """Merci de vider le cache avant la prochaine connexion. | Merci d'essayer en navigation privée.
        C'est réinitialisé, merci de réessayer. | Merci de renouveler la connexion dans les réglages.
        [Attendez/Attends] dix minutes puis [rechargez/recharge].
        [Regardez/Regarde] dans les spams, s'il [vous/te] plaît.
        [Pouvez-vous/Peux-tu] suivre les étapes de l'article ? | [Installez/Installe] la dernière version.
        J'ai envoyé un nouveau lien => J'ai envoyé un nouveau code | Merci de demander au transporteur avec le {number}.
        [Supprimez/Supprime] le jeton et [recréez-le/recrée-le].""",
    "wait_note": """&desk_wait | J'ai demandé à un collègue et j'écris dès que j'en sais plus.
        Cela peut durer jusqu'à demain. | Nous attendons encore une réponse. | La recherche est en cours.
        Encore un peu de patience.""",
    "apologise": """&desk_sorry | Désolé que [vous ayez dû/tu aies dû] tout répéter. | Veuillez accepter nos excuses.
        Cela n'aurait pas dû arriver. | Je suis désolé du retard. | Je comprends la déception.""",
    "explain_policy": """Selon nos conditions c'est possible sous 14 jours.
        Nos règles ne le permettent qu'une fois par commande. | Par sécurité je ne peux pas le changer moi-même.
        Le remboursement suit le mode de paiement. | Il faut d'abord confirmer l'identité du titulaire.
        Cela dépend de l'offre. | Ces cas prennent deux semaines selon les conditions.
        Une réclamation au transporteur est possible après sept jours.""",
    "refuse": """Je crains de ne pas pouvoir. | Malheureusement ce n'est pas possible. | Je ne peux pas proposer plus.
        Désolé, le délai est passé. | Je ne peux pas faire d'exception ici.
        Ce n'est pas compris dans [votre/ton] offre. | Malheureusement nous ne pouvons pas rembourser cela.""",
    "promise": """Je reviens vers [vous/toi] {deadline}. | Je m'en occupe aujourd'hui.
        [Vous aurez/Tu auras] une réponse {deadline}. | Je garde un œil dessus. | J'appelle dès qu'il y a du nouveau.
        Ce sera corrigé sur la prochaine facture. | &desk_wait""",
    "announce_handover": """Je transmets à {team}. | Mes collègues de {team} prennent la suite.
        J'ai escaladé à {team}. | {team} va prendre contact. | Je dois impliquer un collègue.
        Quelqu'un de {team} va regarder. | Je transmets le dossier, rien à répéter.
        Un spécialiste prendra contact {deadline}.""",
    "deliver_solution": """C'est réparé, merci de réessayer. | Je l'ai corrigé.
        Le remboursement de {amount} est en route. | Un article de remplacement est en route. | L'accès est rétabli.
        L'erreur venait de chez nous, elle est corrigée. | J'ai corrigé le réglage, ça devrait marcher.
        Le transfert fonctionne de nouveau. | Nous avons déployé un correctif.
        La réponse : c'est dans les réglages, puis avancé.""",
    "close_case": """Je ferme le ticket. | Sans nouvelles, nous fermons le ticket. | Merci, je le marque comme résolu.
        Une réponse le rouvre à tout moment. | Ravi que ça marche. | Bonne journée. | Le ticket {number} est fermé.""",
    "ask_if_solved": """Ça marche maintenant ? | Puis-je faire autre chose ? | Est-ce résolu ?
        [Pouvez-vous/Peux-tu] vérifier si ça marche ? | La question a-t-elle sa réponse ? | Puis-je fermer le ticket ?
        [Dites-moi/Dis-moi] si ça a aidé.""",
    "offer_goodwill": """En guise d'excuse, un bon de {amount} est sur le compte. | Nous aimerions créditer {amount}.
        La prochaine livraison est offerte. | Ce mois-ci est offert. | Je peux retirer {amount} de la facture.
        Nous prenons les frais en charge, à titre commercial. | Un bon d'achat conviendrait-il ?""",
    "ask_approval_told": """Je dois d'abord obtenir un accord.
        Pour {amount} il me faut la validation de mon responsable. | J'ai demandé l'accord.
        La demande est chez {team}. | Ce montant doit être validé par un collègue.
        Je regarde en interne ce qui est possible. | J'ai plaidé pour le dossier et j'attends la réponse.""",
}
