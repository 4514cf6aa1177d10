"""Teks dari data tetap tulisan di dalam Markdown: bentuk tabel dan paragraf tidak pernah berubah."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.teks import aman

JAHAT = [
    "a | b",
    "a \\| b",
    "ujung \\",
    "<script>alert(1)</script>",
    "<b>tebal</b> &amp; &lt;i&gt; &#35; &copy;",
    "[klik](javascript:alert(1))",
    "![gambar](http://contoh.example/x.png)",
    "[acuan][1] [^1] [x]: y",
    "baris satu\nbaris dua",
    "baris satu\r\n\r\n# judul",
    "| --- | --- |",
    "---",
    "===",
    "# judul",
    "- butir",
    "+ butir",
    "* butir",
    "1. butir",
    "23) butir",
    "    kode",
    "\tkode",
    "> kutipan",
    "`kode` ``kode``",
    "```",
    "~~~",
    "*miring* **tebal** _miring_ __tebal__ ~~coret~~",
    "https://contoh.example/?a=1&b=2 www.contoh.example",
    "<https://contoh.example>",
    "$x$ H~2~O x^2^",
    "{{ rahasia }} {% set %}",
    "",
]


@pytest.fixture(scope="module")
def pengurai() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _harapan(teks: str) -> str:
    return aman(" ".join(teks.split()))


def _isi(token: Token) -> str:
    """Teks satu sel atau paragraf; gagal bila ada unsur selain tulisan."""
    jenis = {anak.type for anak in token.children or ()}
    assert jenis <= {"text", "text_special"}, jenis
    return "".join(anak.content for anak in token.children or ())


def _periksa(teks: str, pengurai: MarkdownIt) -> None:
    dokumen = "\n".join(tabel_md(("Nama", "Nilai"), "ik", [(md(teks), "1"), ("tetap", "2")]))
    token = pengurai.parse(dokumen)
    jenis = [satu.type for satu in token if satu.type in ("tr_open", "td_open", "th_open")]
    assert jenis == [
        "tr_open",
        "th_open",
        "th_open",
        "tr_open",
        "td_open",
        "td_open",
        "tr_open",
        "td_open",
        "td_open",
    ]
    assert [_isi(satu) for satu in token if satu.type == "inline"] == [
        "Nama",
        "Nilai",
        _harapan(teks),
        "1",
        "tetap",
        "2",
    ]
    for awalan in ("", "Nama: "):
        paragraf = pengurai.parse(awalan + md(teks) + "\n")
        harapan = (awalan + _harapan(teks)).strip()
        assert [satu.type for satu in paragraf] == (
            ["paragraph_open", "inline", "paragraph_close"] if harapan else []
        )
        assert [_isi(satu) for satu in paragraf if satu.type == "inline"] == ([harapan] if harapan else [])


@pytest.mark.parametrize("teks", JAHAT)
def test_teks_jahat_tetap_tulisan(teks: str, pengurai: MarkdownIt) -> None:
    _periksa(teks, pengurai)


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("|\\`*_{}[]()<>#+-.!~&=:$^\"'/ \n\t1aW"), st.characters()),
        max_size=40,
    )
)
def test_teks_apa_pun_tetap_tulisan(teks: str) -> None:
    _periksa(teks, MarkdownIt("commonmark").enable(["table", "strikethrough"]))


def test_tanpa_perubahan_untuk_nama_biasa() -> None:
    assert md("Posyandu Digital (versi 2), RW 01-03") == "Posyandu Digital (versi 2), RW 01-03"


def test_alamat_situs_tidak_menjadi_tautan() -> None:
    # Perluasan autolink GFM mencari "://" dan "www." pada teks mentah.
    aman_tautan = md("https://contoh.example WWW.contoh.example")
    assert "://" not in aman_tautan
    assert "www." not in aman_tautan.lower()


def test_rata_kolom() -> None:
    assert list(tabel_md(("A", "B"), "ik", [("x", "1")])) == ["| A | B |", "|:--|--:|", "| x | 1 |", ""]
