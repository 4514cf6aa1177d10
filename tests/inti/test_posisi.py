"""Posisi daerah dan rumus bulat: keduanya selalu sama dengan rumus yang dihitung dengan pecahan."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.inti.hitung.nilai import Opsi, nilai_daerah
from indeksinovasi.inti.hitung.posisi import Butir, Posisi, posisi_hasil, posisi_ringkas
from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import DASAR, Golongan, Masukan
from tests.acak import TAHUN_INDEKS, Daerah, daerah, peraturan
from tests.daerah_uji import URUSAN_WAJIB, metode
from tests.ketetapan import semua_ketetapan
from tests.profil import contoh

TAHUN = (2020, *TAHUN_INDEKS)
GOLONGAN: tuple[Golongan, ...] = ("terhitung", "terhitung", "ditolak", "tidak_layak", "draf", "tak_terbaca")
poin = st.fractions(0, 150, max_denominator=60)
butir = st.builds(
    Butir, st.sampled_from(GOLONGAN), poin, st.sampled_from([None, *URUSAN_WAJIB, "pariwisata"])
)


@contoh(600)
@given(
    st.sampled_from(TAHUN),
    st.integers(0, 260),
    st.integers(0, 60),
    st.none() | st.integers(0, 6),
    poin,
    poin,
    st.data(),
)
def test_rumus_bulat_sama_dengan_pecahan(
    tahun: int,
    terhitung: int,
    ditolak: int,
    urusan: int | None,
    rata: Fraction,
    spd: Fraction,
    data: st.DataObject,
) -> None:
    milik = metode(tahun)
    tetap = data.draw(st.sampled_from(list(semua_ketetapan(milik))))
    masukan = Masukan(rata * terhitung, terhitung, ditolak, urusan, spd, Fraction(63))
    posisi = posisi_ringkas(milik, masukan, tetap)
    cepat = posisi.cepat()
    isi = (cepat.bulat(masukan.jumlah_kematangan), terhitung, ditolak, urusan, cepat.bulat(spd))
    if posisi.nilai is None:
        assert cepat.ukuran(*isi)[1] == 0
        return
    assert Fraction(*cepat.ukuran(*isi)) == posisi.nilai
    assert terbulat(posisi.nilai) == posisi.skor


@contoh(200)
@given(
    st.sampled_from(TAHUN),
    st.dictionaries(st.sampled_from("abcdef"), butir),
    st.dictionaries(st.sampled_from("abcdefgh"), st.none() | butir),
)
def test_ganti_sama_dengan_menyusun_dari_awal(
    tahun: int, awal: dict[str, Butir], baru: dict[str, Butir | None]
) -> None:
    kosong = posisi_ringkas(metode(tahun), Masukan(Fraction(0), 0, 0, 0, Fraction(40), Fraction(63)))
    akhir = {kenal: isi for kenal, isi in {**awal, **baru}.items() if isi is not None}
    diganti = kosong.ganti(awal).ganti(baru)
    assert diganti == kosong.ganti(akhir)
    assert diganti.masukan == _dari_awal(kosong, akhir)


def _dari_awal(posisi: Posisi, semua: dict[str, Butir]) -> Masukan:
    terhitung = [satu for satu in semua.values() if satu.golongan == "terhitung"]
    return posisi.masukan._replace(
        jumlah_kematangan=sum((satu.kematangan for satu in terhitung), Fraction(0)),
        terhitung=len(terhitung),
        ditolak=sum(satu.golongan in ("ditolak", "tidak_layak") for satu in semua.values()),
        urusan_terisi=len({satu.urusan for satu in terhitung} & set(posisi.metode.urusan_wajib)),
    )


@contoh(100)
@given(daerah(), st.sampled_from(DASAR))
def test_posisi_hasil_bernilai_sama_dengan_hasilnya(milik: Daerah, dasar: str) -> None:
    hasil = nilai_daerah(milik.bahan(), peraturan(milik.tahun), Opsi(dasar))  # type: ignore[arg-type]  # dari DASAR
    posisi = posisi_hasil(hasil)
    assert posisi.masukan == hasil.utama.masukan
    assert posisi.skor == hasil.utama.skor


def test_poin_di_luar_satuan_ditolak() -> None:
    masukan = Masukan(Fraction(80), 1, 0, 0, Fraction(40), Fraction(63))
    cepat = posisi_ringkas(metode(2026), masukan).cepat()
    with pytest.raises(ValueError, match="bukan kelipatan"):
        cepat.bulat(Fraction(1, 7))
