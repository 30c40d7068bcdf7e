"""What agents try and bring about in French, by the category of the issue; ``french_desk`` has what fits all.

The signs are those of ``phrases``; the way of address is ``[vous/tu]``.
"""

from __future__ import annotations

ANSWERS: dict[str, dict[str, str]] = {
    "orders": {
        "propose_step": """@parcel_ J'ai lancé une recherche chez le transporteur, cela prend deux jours ouvrés.
            @parcel_ Merci de demander aux voisins et au point relais.
            @parcel_ Merci de demander au transporteur avec le {number}.
            @parcel_late J'ai demandé une nouvelle livraison, merci de suivre l'envoi.
            @wrong_item [Imprimez/Imprime] l'étiquette de retour et [déposez/dépose] le carton en magasin.
            @wrong_item [Envoyez-nous/Envoie-nous] une photo du contenu, s'il [vous/te] plaît.
            @parcel_lost J'ai corrigé l'adresse sur l'étiquette, merci de la relire.
            @parcel_ Merci d'attendre demain soir pour le prochain scan.
            @wrong_item Merci de garder le carton jusqu'à l'enlèvement. | Merci de revoir l'adresse de livraison.""",
        "deliver_solution": """@parcel_lost Le colis est retrouvé, il arrive demain.
            Un article de remplacement est en route. | @wrong_item Le bon article est parti aujourd'hui.
            @wrong_item La pièce qui manquait est envoyée. | Le remboursement de la commande {number} est en route.
            @parcel_ Le transporteur confirme la livraison pour demain. | Tout repart en express, sans frais.""",
    },
    "billing": {
        "propose_step": """@double_charge J'ai demandé à la banque de libérer le second débit, à revoir dans deux jours.
            [Envoyez-nous/Envoie-nous] le relevé en PDF, s'il [vous/te] plaît.
            @double_charge [Vérifiez/Vérifie] si la seconde ligne n'est qu'une réservation.
            @invoice_wrong J'ai envoyé une facture corrigée, merci de comparer.
            @invoice_wrong Merci d'attendre le prochain cycle de facturation.
            @refund_request J'ai relancé le remboursement, [surveillez/surveille] le relevé.
            @invoice_wrong Merci de corriger les données de facturation dans le portail.
            [Regardez/Regarde] le relevé demain et [dites-moi/dis-moi].
            La somme est en comptabilité, merci d'attendre deux jours.""",
        "deliver_solution": """Le remboursement de {amount} est en route. | {amount} ont été crédités.
            @double_charge Le second débit est annulé. | @invoice_wrong La facture est corrigée et dans la boîte mail.
            @invoice_wrong La ligne en trop est retirée.
            @refund_request L'argent repart vers le mode de paiement d'origine.
            @double_charge L'écriture est annulée, ce sera visible sous trois jours.
            La somme est corrigée dans nos livres.""",
    },
    "security": {
        "propose_step": """@suspicious [Changez/Change] le mot de passe et [fermez/ferme] toutes les sessions.
            @card_fraud J'ai bloqué la carte, merci de confirmer la liste des débits.
            @suspicious [Activez/Active] le second facteur, s'il [vous/te] plaît.
            @card_fraud Merci de remplir le formulaire de contestation.
            @suspicious [Passez/Passe] en revue les appareils et [retirez/retire] les inconnus.
            @card_blocked J'ai levé le blocage, merci d'essayer un petit achat.
            @card_ Merci d'associer de nouveau la carte à l'appli.
            @suspicious [N'ouvrez/N'ouvre] pas la pièce jointe et [transférez-nous/transfère-nous] le mail.
            Merci de confirmer l'identité depuis notre mail.
            @card_ [Regardez/Regarde] les derniers débits dans l'appli.""",
        "deliver_solution": """@card_ La carte est remplacée, la nouvelle arrive sous cinq jours.
            @card_fraud Le débit frauduleux est annulé. | @card_blocked Le blocage est levé, les achats passent.
            @suspicious Toutes les sessions étrangères sont fermées. | @card_fraud {amount} ont été crédités.
            @suspicious L'utilisateur inconnu est supprimé et l'accès sécurisé.
            @suspicious Rien d'autre n'a été modifié, c'est vérifié. | @card_blocked Le plafond est relevé.
            La vérification est terminée, tout est en ordre. | Les identifiants sont protégés.""",
    },
    "access": {
        "propose_step": """@sign_in Merci d'effacer les cookies avant la prochaine connexion.
            C'est réinitialisé, merci de réessayer.
            @password J'ai envoyé un nouveau lien => J'ai envoyé un nouveau code
            @password [Regardez/Regarde] dans les spams, s'il [vous/te] plaît.
            @sign_in Merci d'essayer en navigation privée.
            @missing Merci de demander une nouvelle invitation à l'administrateur.
            @missing J'ai renouvelé le rôle, merci de réessayer avec une nouvelle session.
            [Fermez/Ferme] toutes les fenêtres et [recommencez/recommence].""",
        "deliver_solution": """L'accès est rétabli. | Le verrou est levé, la connexion fonctionne.
            @password Le mot de passe est réinitialisé, tout est dans le mail. | @missing Les droits sont de retour.
            @sign_in La connexion est reconfigurée et ne tourne plus en boucle. | @missing Le rôle manquant est ajouté.
            @sign_in L'ancienne session est fermée, on peut entrer.
            L'accès est débloqué, [prévenez/préviens]-moi si ça recommence.""",
    },
    "integration": {
        "propose_step": """Merci de renouveler la connexion dans les réglages.
            [Supprimez/Supprime] le jeton et [recréez-le/recrée-le].
            @sync J'ai relancé le transfert, à suivre au prochain passage.
            @sync Merci de le lancer une fois à la main.
            @interface Merci de refaire l'appel avec l'en-tête de débogage.
            @sync [Attendez/Attends] dix minutes puis [comparez/compare] le stock.
            @interface [Vérifiez/Vérifie] si {host} est sur la liste autorisée.""",
        "deliver_solution": """@sync Le transfert fonctionne de nouveau. | @sync Les commandes manquantes sont parties.
            @interface L'interface répond normalement. | Le jeton est renouvelé, tout est à jour.
            @sync La file est débloquée. | @sync La correspondance est corrigée, le prochain passage sera complet.
            Le défaut venait de notre interface, il est corrigé. | @interface Les appels passent de nouveau.""",
    },
    "defect": {
        "propose_step": """[Installez/Installe] la dernière version.
            Merci d'effacer les données de l'appli avant de l'ouvrir.
            [Désactivez/Désactive] les extensions et [réessayez/réessaie]. | Merci de redémarrer l'appareil.
            J'ai désactivé une nouveauté, merci de rouvrir l'appli. | [Envoyez-nous/Envoie-nous] le rapport de plantage.
            Merci d'essayer avec un catalogue vide.""",
        "deliver_solution": """Nous avons déployé un correctif. | La nouvelle version ne plante plus.
            Le défaut venait de chez nous, il est corrigé. | L'enregistrement abîmé est réparé, ça s'ouvre.
            La mise à jour de ce matin le corrige. | Ça démarre sans plantage. | La nouveauté fautive est retirée.""",
    },
    "data": {
        "propose_step": """[Choisissez/Choisis] de nouveau la période et [rechargez/recharge] le rapport.
            J'ai relancé le calcul, à comparer dans une heure. | [Réglez/Règle] le fuseau horaire du rapport.
            Merci de comparer sans le filtre. | [Envoyez-nous/Envoie-nous] les deux fichiers.
            [Prenez/Prends] l'export plutôt que l'écran.
            [Enlevez/Enlève] les retours et [voyez/vois] si le total est juste.""",
        "deliver_solution": """Les chiffres sont recalculés et justes. | Les commandes comptées deux fois sont retirées.
            Le fuseau horaire du rapport est corrigé. | Les retours manquants sont dans le rapport.
            Le rapport et l'export concordent de nouveau. | L'import est refait, le mois dernier est complet.
            Le mauvais taux est remplacé.""",
    },
    "performance": {
        "propose_step": """Merci d'essayer en navigation privée. | @slow [Videz/Vide] le cache et [rechargez/recharge].
            J'ai tout déplacé sur un autre nœud, merci de réessayer. | @slow [Limitez/Limite] la liste à un mois.
            [Déplacez/Déplace] le gros export vers la nuit.
            @database J'ai relevé les limites, à observer jusqu'à midi.
            [Désactivez/Désactive] l'extension et [mesurez/mesure] encore une fois.""",
        "deliver_solution": """@slow Les pages chargent de nouveau en moins de deux secondes.
            @database La requête lente a maintenant un index. | @slow La charge est répartie, c'est rapide.
            @database La base a plus de place et répond. | @database Le traitement de nuit a changé d'heure.
            @slow Le cache est réparé. | Le goulot est supprimé, les temps sont normaux.""",
    },
    "outage": {
        "propose_step": """Merci de suivre la page d'état, elle est mise à jour toutes les demi-heures.
            Merci de réessayer dans dix minutes. | [Utilisez/Utilise] la seconde adresse pour l'instant.
            J'ai redémarré l'instance, merci de recharger. | [Videz/Vide] le cache DNS et [réessayez/réessaie].
            [Dites-moi/Dis-moi] si au moins la page de connexion charge.
            [Arrêtez/Arrête] les relances automatiques.""",
        "deliver_solution": """Le service est de nouveau en ligne. | Toutes les pages sont accessibles.
            La panne du centre de données est réparée. | Nous avons basculé sur le second site, c'est stable.
            La dernière version est retirée, tout est revenu. | La panne est finie, rien n'est perdu.
            Le certificat est renouvelé, la page s'ouvre.""",
    },
    "privacy": {
        "propose_step": """Merci de confirmer la demande depuis notre mail.
            Merci de remplir le formulaire sur les données.
            J'ai arrêté la newsletter, [prévenez/préviens]-moi s'il en arrive une autre.
            J'ai préparé une copie des données, merci de la relire. | [Donnez-nous/Donne-nous] aussi l'ancienne adresse.
            Merci de fermer toutes les sessions, pour que le profil puisse être clos.""",
        "deliver_solution": """Les données sont effacées, la confirmation arrive par mail.
            Le profil est supprimé avec tout son contenu. | Il ne reste que ce que la loi oblige à garder.
            La copie des données est prête à télécharger. | L'adresse est retirée de toutes les listes.
            Les sauvegardes sont écrasées sous 30 jours, le reste est effacé.""",
    },
    "contracts": {
        "propose_step": """@discount [Regardez/Regarde] la formule annuelle, elle est moins chère.
            @contract J'ai envoyé les conditions actuelles, merci de comparer.
            @contract [Envoyez-nous/Envoie-nous] la clause à changer.
            J'ai préparé une offre, qu'en [pensez-vous/penses-tu] ?
            @discount Merci d'envoyer le formulaire avec le nombre de licences.
            @contract Merci de faire relire l'annexe deux par un juriste.
            [Essayez/Essaie] le simulateur de formules du portail.""",
        "deliver_solution": """@discount La nouvelle offre de {amount} est dans la boîte mail.
            @discount La remise est accordée. | @contract La clause changée est dans le contrat.
            @contract Le préavis est d'un mois, c'est écrit. | @contract L'exemplaire signé est dans le portail.
            @discount L'ancien prix vaut une année de plus.
            @contract L'accord sur le traitement des données est envoyé. | Les documents sont complets.""",
    },
    "how_to": {
        "propose_step": """[Ouvrez/Ouvre] les réglages puis « Avancé ».
            [Pouvez-vous/Peux-tu] suivre les étapes de l'article ?
            [Utilisez/Utilise] les trois points en haut à droite. | [Passez/Passe] d'abord à la nouvelle vue.
            Merci d'essayer avec une entrée de test. | J'ai envoyé un petit guide à suivre.
            [Cherchez/Cherche] son nom dans le menu.""",
        "deliver_solution": """C'est dans les réglages, puis avancé. | L'export est dans le menu en haut à droite.
            Je l'ai configuré, c'est utilisable tout de suite. | On ajoute quelqu'un sous « Équipe », « Inviter ».
            Le modèle se change sous « Design ». | Le rapport partira tous les lundis.
            Voici comment : ouvrir la liste, choisir le filtre, enregistrer.""",
    },
}
