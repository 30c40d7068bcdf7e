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
    "desk_line": """Merci de nous dire si cela a aidé. | Nous regardons.
        [Pouvez-vous/Peux-tu] m'envoyer le numéro ? | Merci de vérifier encore une fois.
        Nous revenons vers [vous/toi] rapidement. | Ça devrait être réglé maintenant.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Bonjour, je suis l'assistant du support. Que puis-je faire ?
        Bonjour ! Je suis un assistant virtuel. Merci de décrire la demande.
        Bienvenue. En quelques mots, de quoi s'agit-il ?
        Bonjour ! Je peux aider pour les commandes, les paiements et le compte.
        Merci pour votre message. Notre assistant vous répond. | Bonjour, une question sur {product} ?""",
    "bot_faq": """On dirait une question sur {product}. Cet article aide-t-il ? | Voici peut-être la réponse.
        Cet article convient peut-être. | Voici ce que j'ai trouvé sur {product}. Est-ce utile ?""",
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
        Ticket {number} ouvert, un conseiller va regarder. | Merci de patienter, place {place} dans la file.""",
    "agent_greet": """Merci pour [votre/ton] message. | Je m'appelle {agent} et je m'en occupe.
        J'ai lu [votre/ton] message. | Merci de [nous avoir écrit/ton message] au sujet {du_product}.
        Je prends la suite. | Merci pour le message, je regarde {number}.""",
    "ask_info": """Depuis quand est-ce ainsi ? | Y a-t-il autre chose à savoir ?
        [Pouvez-vous/Peux-tu] m'en dire un peu plus ? | [Pouvez-vous/Peux-tu] m'envoyer le numéro ou une image ?""",
    "propose_step": """Notre part est faite, merci de vérifier de [votre/ton] côté.
        [Essayez/Essaie] et [dites-moi/dis-moi] le résultat. | [Pouvez-vous/Peux-tu] regarder encore une fois ?
        J'ai envoyé un article à parcourir.""",
    "wait_note": """&desk_wait | J'ai demandé à un collègue et j'écris dès que j'en sais plus.
        Cela peut durer jusqu'à demain. | Nous attendons encore une réponse. | La recherche est en cours.
        Encore un peu de patience.""",
    "apologise": """&desk_sorry | Désolé que [vous ayez dû/tu aies dû] tout répéter. | Veuillez accepter nos excuses.
        Cela n'aurait pas dû arriver. | Je suis désolé du retard. | Je comprends la déception.""",
    "explain_policy": """Je dois suivre nos conditions sur ce point. | Nos règles ne me laissent pas le choix.
        Ces cas prennent deux semaines selon les conditions. | C'est écrit ainsi dans nos conditions.""",
    "refuse": """Je crains de ne pas pouvoir. | Malheureusement ce n'est pas possible. | Je ne peux pas proposer plus.
        Désolé, le délai est passé. | Je ne peux pas faire d'exception ici.
        Cela dépasse ce que nous pouvons faire. | Malheureusement je dois refuser.""",
    "promise": """Je reviens vers [vous/toi] {deadline}. | Je m'en occupe aujourd'hui.
        [Vous aurez/Tu auras] une réponse {deadline}. | Je garde un œil dessus. | J'appelle dès qu'il y a du nouveau.
        Je l'ai noté. | &desk_wait""",
    "announce_handover": """Je transmets à {team}. | Mes collègues de {team} prennent la suite.
        J'ai escaladé à {team}. | {team} va prendre contact. | Je dois impliquer un collègue.
        Quelqu'un de {team} va regarder. | Je transmets le dossier, rien à répéter.
        Un spécialiste prendra contact {deadline}.""",
    "deliver_solution": """C'est fait. | Je l'ai remis en ordre. | Tout est réglé de notre côté.
        Le nécessaire est fait.""",
    "close_case": """Je ferme le ticket. | Merci, je le marque comme résolu.
        Une réponse le rouvre à tout moment. | Ravi que ce soit réglé. | Bonne journée.
        Le ticket {number} est fermé.""",
    "ask_if_solved": """Puis-je faire autre chose ? | Est-ce résolu ?
        Est-ce bien ainsi ? | La question a-t-elle sa réponse ? | Puis-je fermer le ticket ?
        [Dites-moi/Dis-moi] si ça a aidé.""",
    "offer_goodwill": """En guise d'excuse, un avoir de {amount} est sur le compte.
        Nous aimerions créditer {amount}. | Nous prenons les frais en charge, à titre commercial.
        Pour la gêne je peux proposer {amount}. | Un geste de {amount} conviendrait-il ?""",
    "ask_approval_told": """Je dois d'abord obtenir un accord.
        Pour {amount} il me faut la validation de mon responsable. | J'ai demandé l'accord.
        La demande est chez {team}. | Ce montant doit être validé par un collègue.
        Je regarde en interne ce qui est possible. | J'ai plaidé pour le dossier et j'attends la réponse.""",
}
