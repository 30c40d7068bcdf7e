"""What the desk asks and knows in French, by the category of the issue: questions, rules, articles of the bot.

The signs are those of ``phrases``; the way of address is ``[vous/tu]``.
"""

from __future__ import annotations

KNOWLEDGE: dict[str, dict[str, str]] = {
    "orders": {
        "ask_info": """La commande est bien la {number} ? | [Pouvez-vous/Peux-tu] confirmer l'adresse de livraison ?
            @parcel_ Est-ce que quelqu'un de la maison l'a reçu ? | @parcel_ Quelle date de livraison était annoncée ?
            @parcel_ Le transporteur a-t-il laissé un avis ? | @wrong_item Qu'y avait-il exactement dans le carton ?
            @wrong_item [Pouvez-vous/Peux-tu] envoyer une photo de l'étiquette ?
            @wrong_item Quel article était prévu ?""",
        "explain_policy": """@parcel_ Un colis est considéré perdu après sept jours.
            @parcel_ Une réclamation au transporteur prend deux semaines.
            @parcel_ La recherche doit d'abord être close. | @wrong_item Un mauvais article s'échange sous 14 jours.
            L'échange n'est possible qu'une fois par commande.""",
        "bot_faq": """L'état d'une commande se trouve dans « Mes commandes ».
            @parcel_ Une livraison prend jusqu'à cinq jours ouvrés.
            Un retour commence dans « Mes commandes », « Retourner ».""",
    },
    "billing": {
        "ask_info": """De quelle facture ou commande s'agit-il ? | Quel jour le débit a-t-il eu lieu ?
            Quel montant serait le bon ? | Comment le règlement a-t-il été fait ?
            @double_charge Le second débit est-il en attente ou comptabilisé ?
            @double_charge [Pouvez-vous/Peux-tu] envoyer la ligne du relevé ?
            @invoice_wrong Quelle adresse doit figurer sur la facture ?""",
        "explain_policy": """Le remboursement suit le mode de paiement. | Nous remboursons sous 14 jours.
            Nos règles ne le permettent qu'une fois par commande.
            @double_charge Une réservation est libérée par la banque, pas par nous.
            @invoice_wrong Une facture se corrige jusqu'à la fin du mois.""",
        "bot_faq": """@refund Un remboursement prend jusqu'à cinq jours ouvrés. Cela répond-il à la question ?
            Toutes les factures sont sous « Facturation ».
            @double_charge Une ligne en double n'est souvent qu'une réservation.
            L'adresse de facturation se change sous « Facturation ».""",
    },
    "security": {
        "ask_info": """Quand cela a-t-il été vu pour la première fois ? | @card_ La carte est-elle toujours là ?
            @card_fraud Quels débits sont inconnus ?
            @suspicious Des données ont-elles été saisies sur une page reçue par mail ?
            @suspicious Qui d'autre a un accès ? | @card_ Quels sont les quatre derniers chiffres ?
            @card_fraud Un code non demandé est-il arrivé par SMS ? | Quelque chose a-t-il changé sur le téléphone ?""",
        "explain_policy": """Il faut d'abord confirmer l'identité du titulaire.
            Par sécurité je ne peux pas le changer moi-même. | @card_fraud Un débit contesté est examiné sous dix jours.
            @card_ Seul le titulaire peut lever un blocage.""",
        "bot_faq": """@card_ La carte se bloque à tout moment dans l'appli.
            Un code reçu par SMS ne se transmet jamais. | @suspicious Les appareils inconnus sont sous « Sécurité ».""",
    },
    "access": {
        "ask_info": """Avec quelle adresse mail [vous connectez-vous/te connectes-tu] ? | Qu'est-ce qui s'affiche ?
            @sign_in Est-ce pareil dans un autre navigateur ? | @password Le mail de réinitialisation est-il arrivé ?
            @missing Quel rôle faudrait-il ? | Les collègues peuvent-ils entrer ? | De quand date le dernier accès ?""",
        "explain_policy": """Par sécurité je ne peux pas le changer moi-même.
            @missing Les droits sont donnés par l'administrateur. | Il faut d'abord confirmer l'identité du titulaire.
            Après cinq essais l'accès est fermé une heure.""",
        "bot_faq": """@password Le mot de passe se réinitialise sur la page de connexion.
            Avez-vous essayé de vous déconnecter puis reconnecter ? | Effacer les cookies aide beaucoup de clients.""",
        "ask_if_solved": """Ça marche maintenant ? | [Pouvez-vous/Peux-tu] vérifier si ça marche ?""",
    },
    "integration": {
        "ask_info": """@sync De quand date le dernier passage correct ?
            @interface Quels appels échouent, et avec quel code ?
            @interface [Pouvez-vous/Peux-tu] envoyer l'identifiant d'un appel ?
            Un jeton ou une adresse a-t-il changé ? | @interface Est-ce pareil dans l'environnement de test ?
            @sync Combien de commandes manquent ? | Quelle version de l'interface est utilisée ?""",
        "explain_policy": """Nous suivons les deux dernières versions de l'interface.
            Les journaux sont gardés 14 jours. | @sync Les changements de correspondance relèvent de l'offre supérieure.
            @interface Les appels au-delà de la limite sont refusés.""",
        "bot_faq": """@sync L'état de chaque transfert est sous « Connexions ». | Un jeton est valable 90 jours.
            @interface Les codes sont dans le guide des développeurs.""",
        "ask_if_solved": """Ça marche maintenant ? | [Pouvez-vous/Peux-tu] vérifier si ça marche ?""",
    },
    "defect": {
        "ask_info": """Quelle version et quel appareil [utilisez-vous/utilises-tu] ? | Que s'est-il passé juste avant ?
            [Pouvez-vous/Peux-tu] m'envoyer une capture ou le message d'erreur exact ? | Est-ce à chaque fois ?
            Est-ce pareil sur un autre appareil ? | Quelque chose a-t-il été installé ?
            À quel moment ça se ferme ?""",
        "explain_policy": """Nous suivons les deux dernières versions.
            Les correctifs sortent toutes les deux semaines. | Cela dépend de l'appareil.
            Sans rapport de plantage, le développement ne peut rien faire.""",
        "bot_faq": """Installer la dernière version aide beaucoup de clients.
            Merci de redémarrer l'appli. Est-ce mieux ? | Les défauts connus sont sur la page des versions.""",
        "ask_if_solved": """Ça marche maintenant ? | [Pouvez-vous/Peux-tu] vérifier si ça marche ?""",
    },
    "data": {
        "ask_info": """De quelle période et de quel chiffre s'agit-il ? | Quelle valeur serait la bonne ?
            [Pouvez-vous/Peux-tu] envoyer l'export pour comparer ? | Quel fuseau horaire est réglé ?
            Les retours sont-ils dans le calcul de [votre/ton] côté ? | Depuis quel jour y a-t-il un écart ?
            Quel filtre est actif dans le rapport ?""",
        "explain_policy": """Les chiffres du jour sont provisoires. | Les retours comptent le jour de leur saisie.
            Les rapports sont calculés une fois par nuit. | Jusqu'à la clôture du mois, ils peuvent changer.""",
        "bot_faq": """Les chiffres sont renouvelés chaque nuit. | Le fuseau horaire d'un rapport est sous « Options ».
            Voici comment nous comptons les retours. Est-ce utile ?""",
        "ask_if_solved": """Les chiffres sont-ils justes maintenant ?""",
    },
    "performance": {
        "ask_info": """@slow Quelle page est lente, et combien de temps faut-il ? | À quelle heure est-ce le pire ?
            @slow Est-ce lent aussi chez les collègues ? | @slow D'autres sites chargent-ils vite ?
            @database [Pouvez-vous/Peux-tu] envoyer le texte exact affiché ? | Depuis quel changement est-ce ainsi ?
            Combien de personnes travaillent en même temps ?""",
        "explain_policy": """Plus de puissance relève de l'offre supérieure.
            Les gros exports sont prévus pour la nuit. | Nous garantissons 99,5 % par mois.
            Cela dépend de l'offre.""",
        "bot_faq": """Vider le cache aide beaucoup de clients. | Une longue liste charge mieux avec un filtre.
            La charge actuelle est sur la page d'état.""",
        "ask_if_solved": """Ça marche maintenant ? | [Pouvez-vous/Peux-tu] vérifier si ça marche ?""",
    },
    "outage": {
        "ask_info": """Depuis quand, et est-ce que quelqu'un y arrive encore ? | Quelle page s'affiche ?
            Toutes les pages ou une seule ? | Est-ce pareil par un autre réseau ?
            Qu'est-ce qui est en panne : connexion, caisse ou tout ? | Combien d'utilisateurs attendent ?""",
        "explain_policy": """La page d'état est mise à jour toutes les 30 minutes.
            Les avoirs pour panne sont donnés en fin de mois. | Nous garantissons 99,5 % par mois.
            La cause est publiée sous cinq jours.""",
        "bot_faq": """L'état des services est sur notre page d'état. | Merci de vérifier si d'autres sites chargent.
            La page d'état donne des nouvelles {du_product}.""",
        "ask_if_solved": """Ça marche maintenant ? | [Pouvez-vous/Peux-tu] vérifier si ça marche ?""",
    },
    "privacy": {
        "ask_info": """Sous quelle adresse les données sont-elles enregistrées ? | S'agit-il de tout ou d'une partie ?
            [Pouvez-vous/Peux-tu] confirmer que ce sont bien [vos/tes] données ? | Faut-il une copie avant ?
            Y a-t-il des factures à garder ? | De quel profil s'agit-il ?""",
        "explain_policy": """Selon la loi, cela peut prendre un mois. | Les factures se gardent quelques années.
            Il faut d'abord confirmer l'identité. | Les sauvegardes sont écrasées après 30 jours.""",
        "bot_faq": """Une copie des données se demande sous « Confidentialité ».
            Un profil se ferme sous « Confidentialité », « Fermer ». | Ce que nous gardons est dans notre notice.""",
    },
    "contracts": {
        "ask_info": """@discount Combien de licences faudrait-il ? | Pour quand faut-il l'offre ?
            @contract De quelle clause s'agit-il ? | @discount Pour combien d'années ? | Qui signe de [votre/ton] côté ?
            @contract De quelle version des conditions s'agit-il ? | @discount Que contient l'autre offre ?""",
        "explain_policy": """@contract Le préavis est de trois mois. | @discount Les remises commencent à dix licences.
            Cela dépend de l'offre. | @contract Une clause changée est signée par les deux parties.
            Les prix valent un an.""",
        "bot_faq": """@discount Les formules et les prix sont sur la page « Tarifs ».
            @contract Les documents sont sous « Formule ».
            Le délai figure dans l'offre. Cela répond-il à la question ?""",
    },
    "how_to": {
        "ask_info": """Quel menu voit-on à gauche ? | Quel est le but à la fin ? | Quel rôle a [votre/ton] utilisateur ?
            [Pouvez-vous/Peux-tu] envoyer une image de la page ? | Est-ce pour une personne ou pour toute l'équipe ?
            De quelle version du manuel s'agit-il ?""",
        "explain_policy": """Cela dépend de l'offre. | La mise en place par nous relève de l'offre supérieure.
            Seul un propriétaire peut le changer. | Une formation a lieu une fois par mois.""",
        "bot_faq": """J'ai trouvé un guide. Merci de suivre les étapes. | Il existe une courte vidéo. Est-ce utile ?
            Tous les articles se cherchent dans l'aide.""",
    },
}
