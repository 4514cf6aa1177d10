# Kata kerja proyek. Cukup git, make, dan Python 3.11 ke atas; lingkungan .venv dibuat dan diperbarui sendiri.
#
#   make uji PYTHON=python3.12     memilih Python saat .venv dibuat (untuk mengganti: make bersih dahulu)
#   make uji OPSI="-k kelayakan"   opsi tambahan bagi perintah yang dijalankan

SHELL := /bin/sh
PYTHON ?=
OPSI ?=
HASIL ?= dist

# Bitkode disimpan: tanpa itu tiap pekerja dan tiap proses yang dimulai uji mengompilasi ulang semua modulnya.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help siap contoh uji uji-panjang periksa rapikan cakupan laporan-emas dokumentasi situs tolok-ukur bangun bersih

help: ## menampilkan daftar ini
	@echo "Pemakaian: make <kata kerja>"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

siap: $(VENV)/.alat ## menyiapkan .venv: paket yang dapat disunting dan alat pengembang
	@echo "Siap. Coba: make uji"

contoh: $(VENV)/.paket ## menilai data contoh (hanya memasang yang diperlukan untuk memakai indeks)
	$(BIN)/indeks nilai contoh_data/kota-contoh

uji: $(VENV)/.alat ## menjalankan semua uji
	$(BIN)/python -m pytest -n 2 $(OPSI)

uji-panjang: $(VENV)/.alat ## uji acak dan gangguan dengan takaran lengkap (sekitar enam menit)
	INDEKS_UJI=lengkap $(BIN)/python -m pytest -q -n 2 --bertakaran tests/inti tests/berkas tests/alur tests/keluaran tests/cli $(OPSI)

periksa: $(VENV)/.alat ## memeriksa gaya (ruff) dan tipe (mypy) tanpa mengubah berkas
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

rapikan: $(VENV)/.alat ## merapikan kode dan memperbaiki yang dapat diperbaiki sendiri
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

cakupan: $(VENV)/.alat ## menjalankan uji dan mengukur cakupan inti; gagal di bawah batas di pyproject.toml
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term $(OPSI)

laporan-emas: $(VENV)/.alat ## menulis ulang tests/laporan; baca perubahannya dengan git diff sebelum disimpan
	$(BIN)/python -m tests.laporan_emas

dokumentasi: $(VENV)/.alat ## memperbarui keluaran perintah di docs dan README; baca perubahannya dengan git diff
	$(BIN)/python -m situs.jalankan

situs: $(VENV)/.alat ## membangun situs dokumentasi ke folder site
	@$(PIP) install --group situs
	NO_MKDOCS_2_WARNING=true $(BIN)/python -m mkdocs build --quiet --strict

tolok-ukur: $(VENV)/.alat ## mengukur kecepatan
	$(BIN)/python -m tolok_ukur.jalankan $(OPSI)

bangun: $(VENV)/.alat ## membangun sdist dan wheel ke folder dist
	$(BIN)/python -m build --outdir "$(HASIL)"

bersih: ## menghapus .venv dan semua hasil bangun dan uji
	rm -rf $(VENV) dist build site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov
	find src tests tolok_ukur situs -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# Berkas penanda: tiap langkah hanya diulang bila yang mendasarinya berubah.

$(VENV)/.dibuat:
	@if [ -n "$(PYTHON)" ]; then set -- "$(PYTHON)"; \
	else set -- python3.13 python3.12 python3.11 python3 python; fi; \
	terpilih=; \
	for calon in "$$@"; do \
	    if "$$calon" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	    then terpilih=$$calon; break; fi; \
	done; \
	if [ -z "$$terpilih" ]; then \
	    echo "Tidak ditemukan Python 3.11 ke atas yang memiliki modul venv (dicoba: $$*)." >&2; \
	    echo "Pasang dahulu, misalnya:" >&2; \
	    echo "  Debian/Ubuntu   sudo apt install python3-venv (Ubuntu 22.04: python3.11-venv)" >&2; \
	    echo "  Fedora          sudo dnf install python3" >&2; \
	    echo "  macOS           brew install python" >&2; \
	    echo "lalu ulangi, atau tunjuk Python yang ada: make siap PYTHON=/jalur/ke/python3" >&2; \
	    exit 1; \
	fi; \
	echo "Membuat $(VENV) dengan $$terpilih ..."; \
	"$$terpilih" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.paket: pyproject.toml $(VENV)/.dibuat
	@echo "Memasang indeks ke $(VENV) (pertama kali dapat memerlukan beberapa menit) ..."
	@$(PIP) install --editable '.[lengkap]'
	@touch $@

# --group baru dikenal pip 25.1.
$(VENV)/.alat: pyproject.toml $(VENV)/.paket
	@echo "Memasang alat pengembang ke $(VENV) ..."
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --group dev
	@touch $@
