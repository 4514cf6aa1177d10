"""Templat yang meledak berakhir sebagai satu kalimat: memori dan waktunya tidak habis."""

from __future__ import annotations

import pytest

from indeksinovasi.keluaran import pagar_templat
from indeksinovasi.keluaran.galat_templat import GalatTemplat
from indeksinovasi.keluaran.templat import jalankan_templat, kode

DITOLAK = (
    "{{ 'x' * 10000000000 }}",
    "{{ 10000000000 * 'x' }}",
    "{{ [1] * 1000000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{x:1000000000}'.format_map({'x': 1}) }}",
    "{{ 'x'|center(1000000000) }}",
    "{{ 'x'|indent(1000000000) }}",
    "{{ 'x'.ljust(1000000000) }}",
    "{{ 'x'.zfill(1000000000) }}",
    "{{ 'x'.encode('utf-8') }}",
    "{{ ('a' * 1000000)|replace('a', 'b' * 1000000) }}",
    "{{ 'x'.replace('', 'b' * 1000000) }}",
    "{{ range(99999)|join('z' * 1000000) }}",
    "{{ (1).to_bytes(1000000000) }}",
    "{{ 10 ** 1000000 }}",
    "{{ range(100000000) }}",
    "{{ lipsum(100000) }}",
    "{% set a = [[1], [2]] %}{{ a }}",
    "{% set a = [[1], [2]] %}{{ a|string }}",
    "{% set a = [1] %}{{ a ~ 'x' }}",
    "{{ '{:{w}}'.format(1, w=1000000000) }}",
    "{{ ('{:>1000000000}'|safe).format(1) }}",
    "{{ '%*d' % (1000000000, 1) }}",
    "{{ '%.1000000000f' % 1 }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    *(
        "{% set n = namespace(x="
        + awal
        + ") %}{% for i in range(90) %}{% set n.x = "
        + langkah
        + " %}{% endfor %}{{ n.x }}"
        for awal, langkah in (
            ("'x'", "n.x ~ n.x"),
            ("'x'", "n.x + n.x"),
            ("[1]", "n.x + n.x"),
            ("[1]", "[n.x, n.x]"),
            ("2", "n.x * n.x"),
        )
    ),
)
BERGANDA = "{% for a in range(99999) %}{% for b in range(99999) %}ISI{% endfor %}{% endfor %}"


@pytest.mark.parametrize("templat", DITOLAK)
def test_yang_dapat_meledak_dicegat(templat: str) -> None:
    with pytest.raises(GalatTemplat):
        jalankan_templat({}, ("uji", templat))


@pytest.mark.parametrize(
    "templat",
    [
        BERGANDA.replace("ISI", "teks tetap"),
        BERGANDA.replace("ISI", "{{ a }}"),
        "{% set x %}" + BERGANDA.replace("ISI", "x" * 100) + "{% endset %}{{ x|length }}",
    ],
)
def test_hasil_yang_tak_berhingga_dihentikan(templat: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagar_templat, "BATAS_HASIL", 100_000)
    with pytest.raises(GalatTemplat, match="menyusun lebih dari"):
        jalankan_templat({}, ("uji", templat))


def test_yang_berputar_tanpa_hasil_dihentikan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagar_templat, "BATAS_DETIK", 0.05)
    with pytest.raises(GalatTemplat, match="berjalan lebih dari"):
        jalankan_templat({}, ("uji", BERGANDA.replace("ISI", "")))


@pytest.mark.parametrize(
    ("templat", "hasil"),
    [
        ("{{ 'x' * 3 }}{{ 2 * 3 }}{{ 7 % 4 }}{{ 'a' + 'b' }}{{ 1 + 2 }}", "xxx63ab3"),
        ("{{ 'aXa'|replace('X', 'y') }}{{ ' x '.strip().upper() }}", "ayaX"),
        ("{{ ['a', 'b']|join(', ') }}{{ [1, 2]|length }}{{ [1, 2]|sum }}", "a, b23"),
    ],
)
def test_yang_wajar_tetap_jalan(templat: str, hasil: str) -> None:
    assert jalankan_templat({}, ("uji", templat)) == hasil


def test_blok_kode_tanpa_karakter_kendali() -> None:
    """Perintah dan rumus di dalam blok kode dapat memuat nama dari data."""
    assert kode(("a\x1b[31m\u202eb", "``` c")) == "````text\na�[31m�b\n``` c\n````"
