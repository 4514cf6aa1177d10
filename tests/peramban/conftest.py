"""Chromium sungguhan bagi semua uji di folder ini; tanpa Playwright atau Chromium ujinya dilewati."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PERAMBAN = (Path("/usr/bin/chromium"), Path("/usr/bin/google-chrome"))
CHROMIUM = next((satu for satu in PERAMBAN if satu.exists()), None)
OPSI = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]


@pytest.fixture(scope="session")
def peramban() -> Iterator[Any]:
    """Satu Chromium untuk semua uji."""
    sinkron = pytest.importorskip("playwright.sync_api", reason="Playwright tidak terpasang")
    if CHROMIUM is None:
        pytest.skip("Chromium tidak terpasang")
    with sinkron.sync_playwright() as main:
        satu = main.chromium.launch(executable_path=str(CHROMIUM), args=OPSI)
        yield satu
        satu.close()


@pytest.fixture
def konteks(peramban: Any) -> Iterator[Any]:
    """Profil bersih; setiap permintaan jaringan dan kesalahan halaman menggagalkan ujinya."""
    satu = peramban.new_context(viewport={"width": 1100, "height": 900}, locale="id-ID")
    satu.set_default_timeout(240_000)
    terlarang: list[str] = []
    satu.on(
        "request",
        lambda minta: terlarang.append(minta.url) if not minta.url.startswith(("file:", "blob:")) else None,
    )
    satu.on("weberror", lambda salah: terlarang.append(str(salah.error)))
    yield satu
    satu.close()
    assert terlarang == []
