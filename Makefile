# Les commandes du projet. Rien d'autre à retenir : « make help ».
PYTHON ?= python3
VENV_PYTHON := .venv/bin/python

# Les tests ouvrent des fenêtres : elles ne doivent pas surgir sur l'écran de qui travaille.
OFFSCREEN := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen}

.DEFAULT_GOAL := help
.PHONY: help run test check bench relevance galerie schemas orthographe words lock clean environment

help: ## afficher cette aide
	@echo "Kit TRESSONS : les commandes du projet"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-16s %s\n", $$1, $$2 }'

run: environment ## ouvrir le kit (installe et fabrique ce qui manque)
	@$(VENV_PYTHON) build/run.py

test: environment ## lancer les tests
	@$(OFFSCREEN) $(VENV_PYTHON) -m pytest

check: environment ## tout vérifier : style, types, imports, tests, kit identique à l’octet (SANS=tests pour en omettre)
	@$(OFFSCREEN) $(VENV_PYTHON) build/check.py $(addprefix --sans ,$(SANS))

bench: environment ## mesurer les temps et la mémoire, à côté de leurs références
	@$(OFFSCREEN) $(VENV_PYTHON) -m tests.bench

relevance: environment ## mesurer la justesse de la recherche, à côté de FTS5 seul et de Whoosh
	@$(OFFSCREEN) $(VENV_PYTHON) -m tests.relevance

galerie: environment ## photographier toutes les pages, trois thèmes, trois écrans, dans dist/galerie/
	@$(OFFSCREEN) $(VENV_PYTHON) -m tests.gallery

schemas: environment ## redessiner les schémas des fiches d’après build/diagrams.yaml
	@$(VENV_PYTHON) build/diagrams.py

orthographe: environment ## relire l’orthographe et la grammaire de tout le contenu (paquet Debian python3-grammalecte)
	@mkdir -p .cache && $(VENV_PYTHON) -m tressons_kit construire content -o .cache/orthographe.sqlite
	@/usr/bin/python3 build/proofread.py .cache/orthographe.sqlite

words: environment ## relever les textes du programme et mettre à jour ses catalogues (resources/locale/)
	@$(VENV_PYTHON) build/words.py

lock: environment ## récrire build/requirements.lock d’après pyproject.toml
	@$(VENV_PYTHON) build/lock.py

clean: ## effacer l’environnement, les caches et ce qui a été fabriqué
	@rm -rf .venv .cache dist .hypothesis *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@$(PYTHON) build/setup_environment.py
