"""Rentang indeks sama dengan menyusun semua gabungan kemungkinan, dan tidak tumbuh bersama banyaknya."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.hitung.rumus import hitung, ketetapan_terburuk, rentang, ukuran
from indeksinovasi.inti.model.hasil import Masukan
from indeksinovasi.inti.model.ketentuan import Konstanta, Saklar
from indeksinovasi.inti.model.metode import Metode
from tests.daerah_uji import metode
from tests.ketetapan import rentang_lugas
from tests.profil import contoh

pecahan = st.fractions(min_value=0, max_value=40, max_denominator=8)
cacah = st.integers(min_value=0, max_value=12)


def konstanta(nilai: st.SearchStrategy[Fraction | None]) -> st.SearchStrategy[Konstanta]:
    return st.builds(
        lambda utama, lain: Konstanta(nilai=utama, kemungkinan=tuple(lain), kepastian="lemah"),
        nilai,
        st.lists(nilai, max_size=3),
    )


@st.composite
def metode_acak(acak: st.DrawFn) -> Metode:
    """Metode 2020 (absolut, dijumlah) atau 2024 (dirata-rata) dengan konstanta dan kemungkinan lain."""
    dasar = metode(acak(st.sampled_from((2020, 2024))))
    pembagi = st.none() | st.integers(1, 15).map(Fraction)
    saklar = st.builds(
        lambda nilai, lain: Saklar(nilai=nilai, kemungkinan=tuple(lain), kepastian="lemah"),
        st.booleans(),
        st.lists(st.booleans(), max_size=2),
    )
    jumlah = metode(2024).rumus.jumlah_inovasi
    assert jumlah
    ganti: dict[str, Any] = {
        "pembagi_minimal": acak(st.none() | konstanta(pembagi)),
        "ditolak_ikut_pembagi": acak(st.none() | saklar),
        "urusan_wajib_minimal": acak(st.none() | konstanta(st.none() | cacah.map(Fraction))),
        "jumlah_inovasi": acak(
            st.none()
            | st.builds(
                lambda poin, terbanyak: jumlah.model_copy(update={"poin": poin, "maksimum": terbanyak}),
                konstanta(st.none() | pecahan),
                konstanta(st.none() | cacah.map(Fraction)),
            )
        ),
    }
    return dasar.model_copy(update={"rumus": dasar.rumus.model_copy(update=ganti)})


masukan_acak = st.builds(
    Masukan, pecahan, cacah, cacah, cacah | st.none(), pecahan | st.none(), pecahan.map(lambda satu: satu + 1)
)


@given(milik=metode_acak(), masukan=st.lists(masukan_acak, min_size=1, max_size=3))
@contoh(1500, cepat=120)
def test_rentang_sama_dengan_semua_gabungan(milik: Metode, masukan: list[Masukan]) -> None:
    assert rentang(milik, tuple(masukan)) == rentang_lugas(milik, tuple(masukan))


@given(milik=metode_acak(), masukan=masukan_acak)
@contoh(1000, cepat=80)
def test_ketetapan_terburuk_memberi_ujung_bawah(milik: Metode, masukan: Masukan) -> None:
    terburuk = ukuran(milik, hitung(milik, masukan, ketetapan_terburuk(milik)))
    bawah = rentang_lugas(milik, (masukan,))
    assert terburuk == (bawah[0] if bawah else None)
