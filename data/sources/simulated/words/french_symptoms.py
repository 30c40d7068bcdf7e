"""What French-speaking customers say is wrong: for each issue paraphrases of it, then details that carry news.

One phrase ends at ``|`` or at the line's end; a paraphrase is a clause that can also stand after "Comme je l'ai dit, ".
"""

from __future__ import annotations

SYMPTOMS: dict[str, tuple[str, str]] = {
    "parcel_lost": (
        """mon colis de la commande {number} n'est jamais arrivé | la commande {number} semble perdue
        le suivi de {number} ne bouge plus depuis des jours | rien n'a été livré pour la commande {number}
        je n'ai toujours pas reçu {number} | le transporteur ne retrouve pas le colis de {number}
        le suivi indique livré mais je n'ai rien""",
        """les voisins n'ont rien non plus | le suivi dit livré | j'étais chez moi toute la journée
        le transporteur me renvoie vers vous | la marchandise vaut {amount} | l'adresse sur l'étiquette est bonne
        il n'a jamais été scanné au dépôt""",
    ),
    "parcel_late": (
        """ma commande {number} est en retard | la livraison de {number} devait arriver il y a plusieurs jours
        la commande {number} est toujours en route malgré la date promise | mon colis est sans cesse repoussé
        la date de livraison de {number} a encore changé | j'attends un colis qui devrait déjà être là""",
        """la première date était la semaine dernière | j'ai payé l'express | c'est un cadeau | il me le faut {deadline}
        le suivi affiche le même endroit {since} | personne ne m'a prévenu | la moitié est arrivée""",
    ),
    "wrong_item": (
        """j'ai reçu le mauvais article avec la commande {number} | dans {number} il y avait autre chose que mon achat
        vous m'avez envoyé le mauvais article | le carton de {number} contient un autre produit
        ce qui est arrivé n'est pas ce que j'ai commandé | la taille et la couleur de {number} ne vont pas""",
        """le bon de livraison indique le bon | le scellé était ouvert | le bon article coûte {amount}
        j'ai des photos de l'étiquette | il y avait la facture de quelqu'un d'autre | j'ai déjà jeté l'emballage""",
    ),
    "double_charge": (
        """j'ai été débité deux fois pour la commande {number} | {amount} ont été prélevés deux fois
        le même paiement apparaît deux fois | vous avez prélevé {amount} en double
        il y a un second débit que je ne comprends pas | sur mon relevé, {number} figure deux fois""",
        """le second est passé un jour après | ça fait {amount} au total | je n'ai cliqué qu'une fois
        la banque me renvoie vers vous | l'un des deux est encore en attente
        le premier paiement avait affiché une erreur | les deux ont la même référence""",
    ),
    "refund_request": (
        """je veux être remboursé pour {number} | merci de me rembourser {amount}
        j'attends le remboursement de {number} | le remboursement de {amount} n'est pas arrivé
        j'ai renvoyé la commande {number} et je voudrais mon argent | on me doit encore le remboursement de {number}""",
        """renvoyé dans les quatorze jours | le retour est marqué comme reçu | il s'agit de {amount}
        on m'avait dit cinq jours ouvrés | la moitié est arrivée | la carte utilisée a expiré depuis
        l'article a servi une fois""",
    ),
    "invoice_wrong": (
        """la facture {number} est fausse | il y a une erreur sur notre dernière facture
        la facture {number} affiche {amount} de trop | on nous facture quelque chose que nous n'utilisons pas
        le montant de la facture {number} ne correspond pas au contrat | la TVA de la facture n'est pas la bonne""",
        """le numéro de TVA manque | nous avons changé d'offre entre-temps | la comptabilité voit {amount} d'écart
        le mois dernier c'était bon | les licences sont comptées deux fois | l'ancienne adresse y est toujours
        on ne peut pas la comptabiliser ainsi""",
    ),
    "card_fraud": (
        """il y a un paiement de {amount} sur ma carte que je n'ai pas fait | quelqu'un a utilisé ma carte pour {amount}
        je ne reconnais pas le débit de {amount} | ma carte a servi dans un lieu où je ne suis jamais allé
        quelqu'un paie avec les données de ma carte | il y a des paiements bizarres sur ma carte""",
        """j'ai toujours la carte sur moi | c'était à trois heures du matin | il y a eu {count} paiements d'affilée
        j'ai reçu un SMS avec un code que je n'ai pas demandé | le nom du commerçant ne me dit rien
        je n'achète que sur deux sites | les premiers étaient tout petits""",
    ),
    "card_blocked": (
        """ma carte est bloquée | ma carte est refusée alors qu'il y a de l'argent
        d'après l'appli ma carte est bloquée | je ne peux plus payer avec ma carte | la carte est refusée partout
        les paiements avec ma carte échouent {since}""",
        """je suis à l'étranger | le code est bon | j'ai changé de téléphone | le plafond devrait être de {amount}
        ça marche au distributeur | l'appli n'indique aucune raison | c'est arrivé après un gros paiement""",
    ),
    "password_reset": (
        """je n'arrive pas à réinitialiser le mot de passe {du_product}
        la réinitialisation du mot de passe ne marche pas | mon nouveau mot de passe est refusé
        je suis bloqué après avoir changé de mot de passe
        {product} n'accepte pas le mot de passe que je viens de choisir | le lien de réinitialisation est mort""",
        """le mail arrive mais le lien a expiré | aucun mail n'arrive | on me dit que le compte est bloqué
        on me demande un code que je ne reçois pas | un collègue y est arrivé sans souci | j'ai regardé dans les spams
        mon adresse mail a changé le mois dernier""",
    ),
    "sign_in_loop": (
        """après connexion je reviens à la page de connexion | je suis coincé dans une boucle de connexion
        {product} me redemande de me connecter | {product} me déconnecte sans arrêt
        je saisis tout correctement et ça recommence | l'authentification unique tourne en rond""",
        """c'est pareil dans tous les navigateurs | vider les cookies n'a rien changé | sur le téléphone ça marche
        seuls les utilisateurs du nouveau domaine sont touchés | le certificat a été renouvelé la semaine dernière
        le journal indique une assertion invalide | en navigation privée, pareil""",
    ),
    "missing_rights": (
        """je n'ai plus les droits pour {product} | {product} affiche accès refusé | mon rôle n'est pas le bon
        je ne vois plus nos données dans {product} | les boutons dont j'ai besoin sont grisés
        mon utilisateur a perdu ses droits""",
        """je suis le titulaire du compte | la semaine dernière ça marchait | l'administrateur a quitté la société
        ma collègue avec le même rôle y arrive | l'invitation n'est jamais arrivée | nous sommes {count} utilisateurs
        ça ne touche qu'une boutique""",
    ),
    "sync_stopped": (
        """{product} ne synchronise plus | les commandes ne passent plus par {product}
        notre stock n'est plus mis à jour | la synchro est bloquée | {product} affiche de vieilles données {since}
        plus rien n'est transféré""",
        """le dernier passage date d'hier | nous avons déjà renouvelé le jeton | il manque {count} commandes
        lancé à la main, ça crée des doublons | un seul entrepôt est touché | la tâche est au vert
        il y a eu une mise à jour de votre côté""",
    ),
    "interface_errors": (
        """les appels {au_product} échouent | {product} renvoie des erreurs serveur
        nous recevons une erreur 500 {du_product} | nos requêtes {au_product} sont rejetées
        {product} ne répond que par des erreurs | notre intégration avec {product} est cassée""",
        """environ un appel sur cinq | rien n'a changé chez nous | ça marche en test, pas en production
        la signature échoue au deuxième essai | nous le voyons depuis {host} | le schéma semble différent
        au bout de 30 secondes ça coupe""",
    ),
    "app_crash": (
        """{product} plante à l'ouverture | {product} se ferme tout seul | l'ouverture {du_product} finit en plantage
        je n'arrive pas à lancer {product}, ça plante à chaque fois | {product} s'arrête avec une erreur
        {product} se fige puis disparaît""",
        """depuis la dernière version | réinstaller n'a rien donné | sur deux appareils différents
        c'est la version la plus récente | ça tient une minute | seulement avec le gros catalogue
        le rapport de plantage est envoyé""",
    ),
    "wrong_numbers": (
        """les chiffres {du_product} sont faux | {product} affiche un chiffre d'affaires faux
        les totaux ne collent pas | entre {product} et notre banque il y a {amount} | le rapport ne peut pas être bon
        {product} compte certaines commandes deux fois""",
        """l'écart est de {amount} | ça a commencé avec le nouveau mois | l'export est bon, pas l'écran
        les retours manquent | c'est peut-être le fuseau horaire | nous avons vérifié à la main
        les chiffres de l'an dernier ont changé aussi""",
    ),
    "slow_pages": (
        """{product} rame énormément | les pages mettent une éternité | {product} met une minute à charger
        {since} tout est lent | on peut à peine travailler avec {product} | les temps de chargement sont horribles""",
        """surtout le matin | les autres sites sont rapides | ça prend {value} secondes | la recherche est la pire
        les clients partent au moment de payer | nous avons vidé le cache | c'est pire depuis le week-end""",
    ),
    "database_alert": (
        """nous voyons des erreurs de base de données dans {product} | {product} indique trop de connexions
        les requêtes expirent | la base de données {du_product} ne répond pas
        {product} signale un retard de réplication | l'enregistrement échoue avec une erreur de base""",
        """on est à {value} sur {threshold} | l'erreur mentionne {host} | ça va et ça vient
        la lecture marche, pas l'écriture | ça a commencé avec une tâche de nuit | le disque est peut-être plein
        {count} erreurs en dix minutes""",
    ),
    "outage": (
        """{product} est en panne | personne n'arrive à accéder {au_product}
        {product} est indisponible pour tout le monde | nous avons une panne totale {du_product}
        aucun de nos utilisateurs ne peut travailler avec {product} | {product} n'affiche qu'une page d'erreur""",
        """votre page d'état dit que tout va bien | ça a commencé il y a un moment | trois sites le signalent
        même la connexion ne charge pas | {count} personnes attendent | notre boutique ne vend plus
        c'est revenu une minute""",
    ),
    "suspicious_access": (
        """il y a eu une connexion bizarre {au_product} | un inconnu est dans notre compte
        je crois que notre compte a été piraté | nous voyons des connexions qui ne sont pas les nôtres
        un appareil inconnu s'est connecté à notre nom | un utilisateur inconnu est apparu dans {product}""",
        """depuis un pays où nous n'avons personne | le mot de passe est déjà changé | ça venait de {host}
        une règle de transfert a été ajoutée | deux collègues dormaient à cette heure-là
        quelqu'un a cliqué sur un lien la semaine dernière | le compte de versement a l'air différent""",
    ),
    "data_deletion": (
        """merci de supprimer mes données {du_product} | je veux que mon compte soit effacé avec tout ce qu'il contient
        des données personnelles doivent être retirées {du_product} | j'avais demandé l'effacement de mes données
        je demande la suppression de tout ce qui me concerne | mon ancien profil est toujours là""",
        """le compte ne sert plus | je reçois encore la newsletter | on me l'avait confirmé | ça concerne {count} fiches
        une confirmation écrite, s'il vous plaît | les sauvegardes aussi | je suis passé chez un autre prestataire""",
    ),
    "discount_request": (
        """nous voudrions un meilleur prix pour {product} | y a-t-il une remise sur {product} ?
        nous voulons ajouter {count} licences et il nous faut une meilleure offre | le renouvellement est trop cher
        peut-on faire quelque chose sur le prix ? | nous demandons une remise""",
        """c'est {amount} par an | un autre prestataire est moins cher | nous signerions pour trois ans
        notre budget s'arrête à {amount} | nous sommes clients depuis six ans | la décision tombe {deadline}
        la direction veut deux offres""",
    ),
    "contract_terms": (
        """j'ai une question sur notre contrat | il nous faut d'autres conditions pour {product}
        quand pouvons-nous résilier ? | le délai de préavis n'est pas clair pour nous
        nos juristes veulent modifier le contrat | que couvre exactement notre offre ?""",
        """il se renouvelle {deadline} | la version en ligne est différente | c'est pour la clause de responsabilité
        il nous faut un accord de traitement des données | les achats attendent | ça vaut {amount} par an
        l'annexe manque""",
    ),
    "how_to": (
        """comment mettre un filtre dans {product} ? | où se trouve l'export dans {product} ?
        je voudrais savoir comment changer le modèle | comment ajouter une collègue dans {product} ?
        je cherche le réglage de la TVA dans {product} | peut-on programmer un rapport ?""",
        """le manuel décrit une ancienne version | c'est pour une nouvelle collègue | une simple piste suffit
        je vois deux menus et je ne sais pas lequel | c'est juste pour mon compte | il y a environ {count} articles
        la vidéo n'a pas aidé""",
    ),
}
