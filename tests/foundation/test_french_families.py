"""Which French words are found together, and which are not."""

import string
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tressons_kit.foundation.french import fold, inflection_keys, stems, words

ONE_WORD = """
élu élue élus élues élit élire
local locale locaux locales
rural ruraux rurale rurales
lieu lieux
tiers
enjeu enjeux
vœu vœux voeux
jeu jeux
travail travaux
bail baux
vitrail vitraux
œil yeux
tuyau tuyaux
noyau noyaux
préau préaux
chou choux
genou genoux
cheval chevaux
journal journaux
animal animaux
canal canaux
eau eaux
château châteaux
bureau bureaux
fléau fléaux
beau belle bel beaux belles
nouveau nouvelle nouvel nouveaux nouvelles
vieux vieille vieil vieilles
doux douce douces
faux fausse fausses
roux rousse
jaloux jalouse
heureux heureuse heureuses
nombreux nombreuse nombreuses
actif active actifs actives
coopératif coopérative coopératifs coopératives
neuf neuve neufs neuves
bref brève brefs brèves
premier première premiers premières
foncier foncière fonciers foncières
léger légère légers légères
complet complète complets complètes
discret discrète
net nette nets nettes
public publique publics publiques
caduc caduque caducs
grec grecque grecs
blanc blanche blancs
franc franche francs
frais fraîche
sec sèche secs sèches
long longue longs longues
ancien ancienne anciens anciennes
citoyen citoyenne citoyens citoyennes
bon bonne bons bonnes
breton bretonne bretons
paysan paysanne paysans paysannes
actuel actuelle actuels actuelles
nul nulle nuls
pareil pareille pareils
bas basse basses
gros grosse grosses
épais épaisse
français française françaises
villageois villageoise villageoises
précis précise précises
divers diverse diverses
directeur directrice directeurs directrices
agriculteur agricultrice agriculteurs agricultrices
vendeur vendeuse vendeurs vendeuses
employeur employeuse employeurs
supérieur supérieure supérieurs supérieures
individu individus
aigu aiguë aigus
an ans
année années
idée idées
comité comités
handicapé handicapée handicapés handicapées
salarié salariée salariés salariées
pays
SCIC SCICs scic
Scop Scops SCOP
amap AMAPs
prêter prêt prête prêté prêtant prêtent prêtée prêtera
financer finance financent finançait finança financé finances
gérer gère gérait gèrent gérera
mener mène mènent menons
appeler appelle appellent appelé appelons
jeter jette jettent jeté
employer emploie emploient employé emploiera
payer paie paye paient payé
essayer essaie essayé
manger mangeons mangeait mangé
commencer commençait commencent
créer crée créée créent créées
étudier étudie étudient étudié
habiter habite habitent habitait
accompagner accompagne accompagnés accompagnera
finir finit finissent fini finissait
bâtir bâti bâtie bâtissent
agir agit agissent agissaient
rendre rend rendent rendu rendra
vendre vend vendu vendent
perdre perd perdu perdent
pouvoir peut peuvent pourra pourrait pouvait
devoir doit doivent devra devait
vouloir veut veulent voudra
savoir sait savent saura
voir voit voient verra voyait
prévoir prévoit prévu prévoient
recevoir reçoit reçoivent recevra
venir vient viennent viendra venu
devenir devient deviennent deviendra
tenir tient tiennent tenu tiendra
obtenir obtient obtenu obtiennent
prendre prend prennent pris prise
comprendre comprend compris comprennent
mettre met mettent mis mettra
permettre permet permis permettent
faire fait font faisait fera
suivre suit suivent suivi
vivre vit vivent vécu
écrire écrit écrivent
inscrire inscrit inscrits inscrivent
lire lu lisent
dire dit disent dira
produire produit produisent
construire construit construisent
réduire réduit réduisent
ouvrir ouvre ouvrent ouvrait
offrir offre offrent offert
partir partent partait partira
servir sert servent servi
sortir sort sortent
connaître connaît connaissent connu
naître naît naissent
croître croissent croissant
joindre joint joignent
atteindre atteint atteignent
craindre craint craignent
battre bat battent battu
courir courent couru
conclure conclut conclu concluent
"""

ONE_FAMILY = """
territoire territorial territoriaux territorialisation territorialité
association associatif associative associer associé
coopérer coopérative coopération coopérateur coopératrice
mobile mobilité
emploi employer employeur employé
habitat habiter habitant habitation
élire élu élus élection
école scolaire scolarité
agriculture agricole agriculteur agricultrice
commune communal communaux communales
région régional régionaux
département départemental départementaux
société sociétaire sociétariat
social sociaux socialement
solidaire solidarité
rural ruralité
bénévole bénévolat
épicerie épicier
forêt forestier foresterie
santé sanitaire
salaire salarié salariés salarial
jeune jeunes jeunesse
vieux vieille vieillir vieillissement
pauvre pauvreté
fragile fragilité fragiliser
gérer gestion gestionnaire gérant
financer financement finance financier financeur
loger logement
louer location locataire loueur
partenaire partenariat
mutuelle mutualiste mutualiser mutualisation
produire production producteur produits
recycler recyclage recyclerie
transmettre transmission
reprendre reprise repreneur
créer création créateur
développer développement développeur
diriger direction directeur directrice
animer animation animateur animatrice
prévenir prévention préventif
vendre vente vendeuse
lire lecture lecteur
concevoir conception concepteur
protéger protection
réduire réduction
soutenir soutien
statut statutaire
règle règlement réglementaire réglementation
économie économique économiste
écologie écologique
énergie énergétique
chauffer chauffage chaufferie
partager partage
investir investissement investisseur
poste postal postaux
notaire notarial
syndicat syndical
patrimoine patrimonial
tourisme touristique touriste
vigne vigneron viticole
"""

APART = """
commune communication
commune communiste
communal communion
communication communisme
organe organisation
organe organisme
organisation organisme
univers université
poste posture
postal position
animal animation
général génération
général générer
génération gêner
région régie
région régime
régie régime
marché démarche
marché marcher
acte acteur
équipe équipement
équipe équiper
environ environnement
département départ
collecte collectif
collectif collection
collectivité collecteur
amende amendement
délai délit
fond fonder
fonds fondation
format formation
forme format
gare garage
initiative initial
livre livrer
loi loyer
mission mise
note notamment
objectif objection
petit pétition
port porte
porte porter
part partie
parti partir
vent vente
prime primeur
processus procession
projet projection
public publication
publication publicité
relation relatif
station statut
statue statut
taxe taxi
test testament
traiter traiteur
transit transition
union unité
voie voix
vol volonté
mer maire
bas base
bon boni
cas case
cour course
dos dose
fil fille
fils fille
foi foie
gain gaine
grain grève
an âne
pension penser
portion porter
action acter
option opter
violent voler
content conter
salle sale
sel selle
ville villa
cheval chevalet
terre terrasse
terrain terreur
"""


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", _lines(ONE_WORD))
def test_the_forms_of_a_word_share_a_narrow_key_and_a_family(line: str) -> None:
    first, *others = line.split()

    for other in others:
        assert set(inflection_keys(first)) & set(inflection_keys(other)), other
        assert set(stems(first)) & set(stems(other)), other


@pytest.mark.parametrize("line", _lines(ONE_FAMILY))
def test_the_words_of_a_family_share_a_stem(line: str) -> None:
    first, *others = line.split()

    for other in others:
        assert set(stems(first)) & set(stems(other)), other


@pytest.mark.parametrize("line", _lines(APART))
def test_words_that_only_look_alike_share_nothing(line: str) -> None:
    one, other = line.split()

    assert not set(inflection_keys(one)) & set(inflection_keys(other))
    assert not set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("coopérer", "coopérative"),
        ("territoire", "territorial"),
        ("habitants", "habitent"),
        ("élu", "élection"),
    ],
)
def test_derivatives_are_not_inflections(one: str, other: str) -> None:
    assert not set(inflection_keys(one)) & set(inflection_keys(other))


@pytest.mark.parametrize(
    "word",
    [word for line in _lines(ONE_WORD + ONE_FAMILY) for word in line.split() if not word.isascii()],
)
def test_a_word_typed_without_its_accents_meets_it(word: str) -> None:
    plain = fold(word)

    assert inflection_keys(word)[-1] == inflection_keys(plain)[-1]
    assert set(stems(word)) & set(stems(plain))


@pytest.mark.parametrize("word", ["2a", "2027", "1200", "d2a"])
def test_a_word_with_digits_is_only_itself(word: str) -> None:
    assert inflection_keys(word) == stems(word) == (word,)


@given(st.text(max_size=60) | st.text(alphabet=string.ascii_lowercase + "éèêàçïœæ'’-", max_size=40))
def test_keys_are_plain_whatever_the_text(text: str) -> None:
    for word in words(text):
        for key in (*inflection_keys(word.spelling), *stems(word.spelling)):
            assert key
            assert key.isalnum()
            assert fold(key) == key


@given(st.text(alphabet="abceilnorstuxéèêàœ", min_size=1, max_size=14))
def test_capitals_and_composition_change_no_key(word: str) -> None:
    assert inflection_keys(word.upper()) == inflection_keys(word)
    assert stems(word.upper()) == stems(word)


def test_nothing_is_read_before_a_first_word() -> None:
    code = (
        "import sys; from tressons_kit.foundation import french, french_lexicon as known;"
        "sys.exit('whoosh' in sys.modules or known._sections.cache_info().currsize)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
