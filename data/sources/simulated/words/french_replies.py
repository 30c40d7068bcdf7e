"""What French-speaking customers answer, try and wait for, by the category of the issue.

``french_customer`` has what fits every issue. The signs are those of ``phrases``, and ``@`` that of ``issue_phrases``.
"""

from __future__ import annotations

REPLIES: dict[str, dict[str, str]] = {
    "software": {
        "impact": """Pour l'instant je me débrouille. | Ça nous ralentit un peu. | En attendant on le fait à la main.
            Mon équipe attend. | Chaque heure nous coûte de l'argent. | Notre clôture du mois en dépend.""",
        "still": """Ça ne marche toujours pas. | !Ça ne marche TOUJOURS pas. | Ça ne marche pas.
            Le problème est toujours là.""",
        "works": "Ça marche maintenant, merci. | Ça refonctionne. | Oui, ça marche. | C'est reparti comme avant.",
        "tried": """J'ai déjà tout redémarré. | J'ai aussi essayé un autre navigateur.
            Se déconnecter et se reconnecter n'a rien donné. | Sur un second poste c'est pareil.""",
        "answer_fact": """C'est pareil sur un autre poste. | Je crois être le seul touché. | Capture en pièce jointe.
            Ça arrive à chaque fois. | Nous n'avons rien changé.""",
        "say_failed": """Ces étapes ne donnent rien. | Ça a marché une minute puis c'est revenu.
            Le guide décrit autre chose => La page d'aide décrit autre chose""",
        "say_better": """La première partie marche. | ~Ça a l'air bon pour l'instant, je continue les tests.
            Mieux, je peux au moins travailler. | !La moitié marche, le reste non.""",
        "self_made_progress": """J'ai tout redémarré, c'est un peu mieux. | Avec un autre navigateur ça marche.
            Un collègue a eu une idée, on teste. | J'ai changé un réglage et l'affichage est différent.
            J'ai bricolé une solution.""",
        "back_again": """C'est revenu. | Malheureusement le problème est de retour.
            Ça a marché un jour, et de nouveau plus rien.""",
        "mention_many_affected": """{count} d'entre nous ont le même problème. | Toutes nos boutiques l'ont.
            !Tout le monde est touché ici ! | ~Quelques collègues le voient aussi.
            Tout le service est à l'arrêt.""",
        "mention_deadline": """Ça doit marcher {deadline}. | On passe en production {deadline}.
            On le présente {deadline}. | Toute la campagne démarre bientôt.""",
        "form": """Quel produit ? {name}\nDepuis quand ? {since}\nCombien ? {count}\nQue se passe-t-il ? {symptom}
            1. Qu'est-ce qui ne marche pas ? {symptom}\n2. Qu'avez-vous essayé ? Tout.""",
        "started": "C'est comme ça {since}. | J'ai ça {since}. | Je le constate {since}.",
        "progress": "Pour le moment ça marche. | ~Je teste encore. | Une partie marche.",
        "say_solved": "C'est bon, ça marche.",
    },
    "orders": {
        "impact": """C'est pour un cadeau. | Je peux m'en passer quelques jours. | J'ai dû en emprunter un.
            Sinon je l'achèterai en magasin. | Nous partons bientôt en voyage.""",
        "still": """@parcel_ Le colis n'est toujours pas là. | @parcel_ Rien n'a été livré pour l'instant.
            @wrong_item Le bon article n'est toujours pas là. | @wrong_item J'ai toujours le mauvais article ici.""",
        "works": """@parcel_ Le colis est là, merci. | @parcel_ Il vient d'être livré.
            @wrong_item Le bon article est arrivé. | Tout est arrivé. | Oui, je l'ai reçu.""",
        "progress": """@parcel_ Le suivi bouge à nouveau. | @parcel_ Il y a au moins une nouvelle date de livraison.
            @wrong_item Le retour a été enlevé. | Une partie est arrivée.""",
        "tried": """@parcel_ J'ai demandé à tous les voisins. | @parcel_ J'ai appelé le transporteur, il ne sait rien.
            @parcel_ Je suis allé au point relais pour rien. | @wrong_item J'ai comparé avec le bon de livraison.""",
        "answer_fact": """L'adresse est bonne. | @parcel_ Il n'y avait pas d'avis dans la boîte aux lettres.
            @parcel_ Personne ne l'a pris dans l'immeuble.
            @parcel_ Le suivi affiche la même chose que la semaine dernière.
            @wrong_item Photo du carton en pièce jointe. | @wrong_item Il n'a pas servi.
            J'ai payé tout de suite.""",
        "say_failed": """@parcel_ Le transporteur me renvoie vers vous. | @parcel_ Les voisins n'ont rien.
            @parcel_ J'ai attendu jusqu'au soir, rien n'est venu. | @wrong_item L'étiquette ne s'imprime pas.
            @wrong_item Le magasin n'a pas pris le carton. | La page de la commande dit autre chose.""",
        "say_better": """@parcel_ Au moins le colis est retrouvé.
            @wrong_item L'étiquette est arrivée, j'attends le reste. | !La moitié est là, le reste non.
            ~La nouvelle date me va, pourvu qu'elle tienne.""",
        "self_made_progress": """@parcel_ J'ai trouvé le numéro du dépôt, je vais appeler.
            @parcel_ Une voisine a vu la camionnette, je me renseigne.
            @wrong_item J'ai retrouvé le mail de la commande.""",
        "back_again": """@parcel_ Le deuxième colis n'est pas venu non plus.
            @wrong_item L'échange n'est pas le bon non plus. | La livraison promise n'est pas venue.""",
        "mention_many_affected": """@parcel_ Nous avons {count} commandes bloquées.
            La moitié de ma rue dit la même chose.
            C'est une commande pour tout le bureau, {count} personnes attendent.""",
        "mention_deadline": """Nous partons et il me le faut {deadline}.
            L'anniversaire n'attend pas, il le faut {deadline}. | Il faudrait que ça arrive {deadline}.""",
        "started": "J'attends ça {since}. | On n'a plus de nouvelles {since}.",
        "ask_refund": "Un échange m'irait aussi.",
    },
    "billing": {
        "impact": """Mon compte est presque vide à cause de ça. | Notre comptable l'attend.
            Nous devons bientôt clôturer les comptes. | Il me faut cet argent pour le loyer.""",
        "still": """@invoice_wrong La facture est toujours fausse. | @refund L'argent n'est toujours pas là.
            @double_charge Le second débit est toujours là. | Rien n'a bougé sur mon relevé.""",
        "works": """@refund L'argent est arrivé, merci. | @double_charge Le second débit a disparu.
            @invoice_wrong La nouvelle facture est juste. | La somme est juste maintenant.
            Oui, tout est bien compté.""",
        "progress": """@invoice_wrong Une ligne est juste maintenant. | @refund Le remboursement est annoncé.
            @double_charge L'un des deux est noté comme annulé. | Une partie est revenue.""",
        "tried": """J'ai repris tous mes relevés. | J'ai d'abord appelé ma banque. | J'ai refait le calcul deux fois.
            J'ai regardé la page des factures.""",
        "answer_fact": """J'ai payé par carte. | C'est sur le relevé de ce mois-ci. | Relevé en pièce jointe.
            @invoice_wrong L'adresse doit être celle du contrat. | Ça a été pris sur le compte de l'entreprise.
            @double_charge Les deux lignes ont la même date.""",
        "say_failed": """La banque dit que ça dépend de vous. | Mon relevé affiche la même chose qu'avant.
            @invoice_wrong La nouvelle facture a la même faute.
            @refund J'ai attendu les deux jours, rien n'est venu.""",
        "say_better": """Une partie de l'argent est là. | @invoice_wrong L'adresse est juste, pas le total.
            !La moitié est revenue, le reste non.""",
        "back_again": """J'ai été débité de nouveau. | @invoice_wrong La facture suivante a la même faute.
            @refund Le remboursement n'est jamais arrivé.""",
        "self_made_progress": "Ma banque a retrouvé l'opération. | J'ai retrouvé l'ancienne facture et j'ai comparé.",
        "started": "J'attends l'argent {since}. | C'est sur mon relevé {since}.",
        "mention_many_affected": "Nous avons {count} débits comme ça. | Ça concerne {count} de nos factures.",
        "mention_deadline": "Les impôts le veulent {deadline}. | Nous clôturons les comptes {deadline}.",
    },
    "security": {
        "impact": """@card_ Je ne peux plus rien payer avec. | @card_ Je suis en voyage et il me faut une carte.
            Je dors mal avec ça. | @suspicious Il y a les données de nos clients dedans.""",
        "still": """@card_blocked La carte est toujours bloquée. | @card_fraud Le paiement est toujours sur mon relevé.
            @suspicious L'appareil inconnu est toujours dans la liste. | Je ne suis toujours pas tranquille.""",
        "works": """@card_ La carte marche à nouveau, merci. | @suspicious L'appareil inconnu a disparu.
            Me voilà rassuré, merci. | @card_fraud J'ai récupéré l'argent.""",
        "progress": """@card_ L'appli affiche à nouveau la carte. | @suspicious La liste des appareils est plus courte.
            Au moins il ne s'est rien passé de nouveau.""",
        "tried": """@suspicious J'ai déjà changé le mot de passe.
            @card_ J'ai regardé tous les paiements dans l'appli. | @card_ J'ai d'abord appelé ma banque.
            Je n'ai donné le code à personne. | @suspicious Je me suis déconnecté partout.""",
        "answer_fact": """@card_ J'ai la carte ici avec moi. | Je n'ai donné aucun code à personne.
            @suspicious Je n'ai ouvert aucun lien. | @suspicious Seuls ma collègue et moi avons accès.
            @card_blocked Elle a été refusée en caisse. | @card_fraud Je ne connais pas ce marchand.""",
        "say_failed": """@card_ L'appli ne me laisse pas faire. | @suspicious L'inconnu est revenu dans la liste.
            @card_blocked Elle a encore été refusée. | Je n'ai reçu aucun code.""",
        "say_better": """@card_ Les petits paiements passent, pas les gros.
            @suspicious Une session a disparu, une autre est encore là. | ~Ça me rassure un peu.""",
        "back_again": """@card_blocked La carte est bloquée à nouveau.
            @card_fraud Encore un paiement qui n'est pas de moi.
            @suspicious Encore une connexion, et ce n'était pas moi.""",
        "mention_many_affected": """@card_ Ma femme a ça aussi avec la sienne.
            @suspicious {count} de nos utilisateurs ont reçu ce genre de mail.""",
        "mention_deadline": """@card_ Je pars en voyage, il me faut la carte {deadline}.
            Je veux savoir {deadline} que tout est sûr.""",
        "started": "Je vois ça {since}. | Ça m'inquiète {since}.",
        "self_made_progress": """@card_ J'ai bloqué la carte moi-même.
            @suspicious J'ai retiré deux appareils moi-même.""",
    },
    "access": {
        "answer_fact": "J'arrive jusqu'au mot de passe. | Les autres y arrivent.",
        "still": "Je n'arrive toujours pas à entrer.", "works": "J'ai de nouveau accès, merci.",
        "tried": "Je l'ai tapé très lentement.",
    },
    "integration": {
        "answer_fact": "La connexion s'affiche comme active. | Le dernier passage était complet.",
        "still": "Rien ne passe encore.", "works": "Les données arrivent à nouveau.",
    },
    "defect": {
        "answer_fact": """J'ai la version actuelle. | Pas de message d'erreur, ça s'arrête.
            Environ {count} personnes le voient.""",
        "still": "Ça plante toujours.", "works": "Plus de plantage, merci.",
    },
    "data": {
        "answer_fact": "Il manque environ {count} commandes. | Le filtre est le même. | L'export est juste.",
        "still": "Les chiffres sont toujours faux.", "works": "Les chiffres sont justes maintenant.",
        "tried": "J'ai recompté à la main.", "mention_deadline": "Les impôts le veulent {deadline}.",
    },
    "performance": {
        "answer_fact": """D'autres pages sont rapides. | C'est pire le matin.
            Environ {count} personnes le remarquent.""",
        "still": "C'est aussi lent qu'avant.", "works": "C'est redevenu rapide.",
    },
    "outage": {
        "answer_fact": "Rien ne charge. | {count} de nos pages sont tombées. | C'est pareil sur le téléphone.",
        "still": "Tout est encore en panne.", "works": "Tout est revenu.",
        "mention_many_affected": "Nos clients appellent déjà, {count} pour l'instant.",
    },
    "privacy": {
        "impact": "Je ne veux plus que ce soit conservé. | La loi donne un mois. | C'est une question de principe.",
        "answer_fact": """Je n'ai jamais accepté ça. | J'ai déjà fermé le compte. | L'ancienne adresse aussi.
            Je veux que tout soit effacé.""",
        "started": "Je le demande {since}.", "still": "Mes données sont toujours là. | La newsletter arrive toujours.",
        "works": "J'ai la confirmation. | Le profil a disparu, merci.",
        "tried": "J'ai cherché un bouton pour supprimer.",
        "say_failed": "J'ai rempli le formulaire, personne n'a répondu. | Le lien du mail a expiré.",
        "back_again": "J'ai encore reçu une newsletter. | On trouve toujours mon profil.",
        "mention_many_affected": "Ça concerne {count} personnes chez nous.",
    },
    "contracts": {
        "answer_fact": """Il nous faut {count} licences. | Nous signerions pour un an.
            C'est notre acheteur qui décide. | Le contrat finit cette année.""",
        "say_failed": """@discount L'offre ne convient pas. | Cette formule ne nous suffit pas.
            Notre acheteur a dit non.""",
        "impact": "La direction décide bientôt. | Le budget se décide {deadline}.",
        "still": "@discount Je n'ai toujours pas d'offre. | Je n'ai encore rien par écrit.",
        "works": "Ça nous va, merci. | On peut signer comme ça.",
        "progress": "@discount L'offre se rapproche. | @contract Un article est clair maintenant.",
        "tried": "J'ai lu les conditions deux fois.",
        "say_better": "@discount Le prix est mieux, pas la durée. | @contract Il reste un article.",
        "back_again": "@contract Le nouveau contrat ne dit pas ce qui était convenu.",
        "mention_many_affected": "C'est pour {count} personnes chez nous.",
        "mention_deadline": "La direction se réunit, il nous le faut {deadline}. | Nous devons résilier {deadline}.",
    },
    "how_to": {
        "impact": """En attendant je le fais à la main. | Ça me ferait gagner du temps.
            Ma cheffe veut le voir {deadline}.""",
        "answer_fact": """J'ai la version actuelle. | Je suis dans les réglages. | Mon menu est différent.
            J'ai le rôle normal. | Capture en pièce jointe.""",
        "started": "Je cherche {since}.", "still": "Je ne trouve toujours pas.",
        "works": "Trouvé, merci. | Ça marche maintenant, merci. | Ah, c'est là.", "progress": "J'ai trouvé le menu.",
        "tried": "J'ai cliqué dans tous les menus. | J'ai d'abord regardé la vidéo.",
        "say_failed": "Je n'ai pas ce bouton. | Le guide décrit autre chose => La page d'aide décrit autre chose",
        "say_better": "J'ai trouvé la page, pas le bouton.",
        "self_made_progress": "Une collègue m'a montré la moitié. | Je l'ai trouvé dans un autre menu.",
        "back_again": "Je ne le trouve plus.", "mention_many_affected": "{count} d'entre nous se posent la question.",
        "mention_deadline": "Je dois le montrer {deadline}.",
    },
}  # fmt: skip
