"""Temuan ikutan dari isian yang tidak terbaca."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.model.temuan import Masalah
from indeksinovasi.inti.periksa.luput import tanpa_yang_luput
from tests.profil import contoh

_BAGIAN = st.sampled_from(["indikator", "waktu", "a", "bukti", 0, 1])
_JALUR = st.lists(_BAGIAN, max_size=4).map(tuple)


def _bersangkutan(jalur: tuple[str | int, ...], luput: tuple[str | int, ...]) -> bool:
    di_bawah = jalur[: len(luput)] == luput
    return di_bawah or (len(jalur) > 1 and luput[: len(jalur)] == jalur)


@contoh(60)
@given(st.lists(_JALUR), st.frozensets(_JALUR, min_size=1))
def test_sama_dengan_perbandingan_satu_per_satu(
    semua: list[tuple[str | int, ...]], luput: frozenset[tuple[str | int, ...]]
) -> None:
    """Himpunan awalan menyaring persis yang berada di bawah isian luput atau tepat di wadahnya."""
    masalah = [Masalah("BKT312", satu, "") for satu in semua]
    sisa = [satu for satu in masalah if not any(_bersangkutan(satu.jalur, lain) for lain in luput)]
    assert list(tanpa_yang_luput(masalah, luput)) == sisa
