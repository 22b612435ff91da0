"""Words that a question is made of, and not its subject."""

_LIGHT = frozenset(
    (
        "aimerais aimerait aller arrive arriver autre autres avoir avons bien bonjour bonne bon"
        " beaucoup chercher cherche cherchons chez chose choses combien concerne concernant connaitre"
        " declarer deja demande depuis devons devrait dire dit dois doit doivent entre es-ce"
        " etes etre exemple exemples existe existent expliquer explique faire fait faisons faites faut"
        " fiche fiches fonctionne fonctionnent fonctionner font infos info information informations"
        " jusque merci mettre montre montrer moins nouveau nouvelle obtenir ouvre ouvrez parle parler"
        " permet permettent peu peut peux peuvent plus plusieurs possible pourquoi pourrait pourrais"
        " pouvez pouvons pouvoir prendre presente presenter proche quelque quelques rien sait savoir"
        " sert servir sommes souhaite souhaitons sorte suis surtout tous tout toute toutes toujours"
        " tres trouve trouver trop utiliser va vais vas vers veut veux veulent viens vient voir vont"
        " voudrais voudrait vouloir voulons vraiment"
    ).split(" ")
)


def is_light(form: str) -> bool:
    """Tell whether a folded word is rather the turn of a question than what it asks for."""
    return form in _LIGHT
