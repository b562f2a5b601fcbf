"""French."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    publicité | la suite après la publicité | la suite après cette publicité
    | partager cet article | partager l'article | aller au contenu | aller au contenu principal
    | passer au contenu | laisser un commentaire | annuler la réponse
    | votre adresse e-mail ne sera pas publiée | les champs obligatoires sont indiqués avec
    | votre adresse de messagerie ne sera pas publiée | s'abonner à la newsletter
    | inscrivez-vous à la newsletter | article réservé aux abonnés
    | la suite est réservée aux abonnés | écouter cet article | offrir cet article
    | cet article vous a plu | partager sur les réseaux sociaux
    """,
    around="""
    partager | imprimer | envoyer | enregistrer | sauvegarder | commenter | commentaires
    | réagir | copier le lien | accueil | menu | fermer | rechercher | recherche | connexion
    | se connecter | s'inscrire | s'identifier | s'abonner | je m'abonne | abonnez-vous
    | je m'inscris | m'inscrire | mon compte | écouter | écouter l'article | lire plus tard
    | ajouter à mes favoris | offrir l'article | mentions légales | politique de confidentialité
    | données personnelles | cgu | cgv | contact | contactez-nous | nous contacter
    | qui sommes-nous | à propos | publicité | plan du site | gestion des cookies
    | gérer les cookies | paramétrer les cookies | tout accepter | tout refuser | accepter
    | refuser | continuer sans accepter | j'accepte | personnaliser | paramètres
    | conditions générales | conditions générales d'utilisation | retour en haut | haut de page
    | article précédent | article suivant | précédent | suivant | voir plus | voir tout
    | afficher plus | charger plus | voir les commentaires | lire les commentaires
    | ajouter un commentaire | répondre | publier | nom | e-mail | adresse e-mail
    | votre adresse e-mail | votre e-mail | site web | suivez-nous | nous suivre | newsletter
    | newsletters | taille du texte | signaler une erreur | archives | recrutement | aide | faq
    | rss | courriel
    """,
    lists="""
    articles similaires | à lire aussi | lire aussi | sur le même sujet | sur le même thème
    | à lire également | lire également | les plus lus | les articles les plus lus | le plus lu
    | articles les plus lus | dernières actualités | dernières nouvelles | articles récents
    | à découvrir | à découvrir aussi | dans la même rubrique | vous aimerez aussi
    | cela pourrait vous intéresser | recommandé pour vous | nos recommandations | à la une
    | plus d'articles | autres articles | articles liés | voir aussi | en continu
    | en savoir plus | pour aller plus loin | contenus sponsorisés | la rédaction vous conseille
    | nos derniers articles | tendances | ceci pourrait vous intéresser
    | vous pourriez aussi aimer
    """,
    leads="""
    lire aussi | à lire aussi | à lire | lire également | à lire également | voir aussi
    | lire la suite | à voir aussi | à écouter aussi | lire notre enquête | lire notre analyse
    | lire notre article | lire notre décryptage | sur le même sujet | à découvrir aussi
    | notre dossier | retrouvez aussi | lire
    """,
    labels="""
    opinion | tribune | analyse | éditorial | édito | exclusif | en direct | direct | entretien
    | interview | reportage | chronique | vidéo | récit | enquête | décryptage
    | communiqué de presse | en bref | l'essentiel | résumé
    """,
    sections="""
    politique | économie | sport | sports | culture | société | monde | international | sciences
    | santé | planète | france | europe | météo | faits divers | régions | idées | high-tech
    | tech | football | cinéma | vidéos | photos | éducation | environnement | voyage | style
    | emploi | immobilier | justice | médias | loisirs | actualités | actualité | débats
    """,
    comments="commentaire | commentaires | réactions | partages | vues | avis | réponses",
    author="""
    à propos de l'auteur | à propos de l'autrice | à propos de l'auteure | sur l'auteur
    | à propos des auteurs | qui est l'auteur
    """,
    reading="""
    temps de lecture | min de lecture | minutes de lecture | min. de lecture | mn de lecture
    | lecture
    """,
    tags="""
    tags | mots-clés | mots clés | étiquettes | thèmes | catégories | catégorie | sujets
    | classé dans | rubrique | rubriques
    """,
    rights="tous droits réservés",
    credit="""
    photo | photos | crédit photo | crédits photo | crédit | crédits | image | illustration
    | crédit image | photo d'illustration | légende | photographie
    """,
    calls="""
    abonnez-vous | inscrivez-vous | recevez | suivez | suivez-nous | suivez-moi | téléchargez
    | retrouvez | partagez | cliquez | rejoignez | découvrez | écoutez | lisez | soutenez
    | connectez-vous | identifiez-vous | créez | restez
    """,
    offers="""
    newsletter | newsletters | lettre d'information | infolettre | application | appli
    | chaîne whatsapp | alertes | notifications | boîte mail | boîte de réception
    | adresse e-mail | e-mail | podcast | compte | courriel
    """,
    ours="notre | nos | nous",
    by="""
    par | propos recueillis par | écrit par | rédigé par | publié par | texte: | auteur:
    """,
    published="""
    publié | publié le | publiée le | paru le | mis en ligne le | posté le | le
    | date de publication | date
    """,
    updated="""
    mis à jour | mis à jour le | mise à jour | mise à jour le | modifié le
    | dernière mise à jour | actualisé le
    """,
    months="""
    janvier/janv | février/févr/fév | mars | avril/avr | mai | juin | juillet/juil | août
    | septembre/sept | octobre/oct | novembre/nov | décembre/déc
    """,
    weekdays="lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche",
    clock="à | h",
)
