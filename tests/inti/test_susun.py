"""``rencana susun``: sama dengan mencoba semua himpunan bagian dan menilai catatan yang sungguh disunting."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indeksinovasi.inti.hitung.nilai import Opsi, Peraturan, nilai_daerah, susun_peraturan
from indeksinovasi.inti.model.ketentuan import JumlahInovasi, Konstanta, Saklar
from indeksinovasi.inti.rencana.keadaan import keadaan_awal
from indeksinovasi.inti.rencana.susun import GalatSusun, HasilSusun, PermintaanSusun, susun_kiriman
from tests.acak import TAHUN_INDEKS, Daerah, peraturan
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import LENGKAP, contoh
from tests.rencana_uji import pengenal
from tests.rumus_ulang import skor_ulang

TAHUN = (2020, *TAHUN_INDEKS)
PALING_BANYAK = 10 if LENGKAP else 7


def aturan_lain(tahun: int, ganti: dict[str, Any]) -> Peraturan:
    """Peraturan *tahun* dengan konstanta rumus lain, supaya tiap aturan diuji dengan contoh yang kecil."""
    asal = peraturan(tahun).metode
    metode = asal.model_copy(update={"rumus": asal.rumus.model_copy(update=ganti)})
    return susun_peraturan(metode, "sha256:uji", metode)


def konstanta(nilai: int | None) -> Konstanta:
    return Konstanta(nilai=None if nilai is None else Fraction(nilai), kepastian="kuat")


@st.composite
def calon(draw: st.DrawFn, tahun: int) -> Data:
    """Catatan berkematangan saja: nilainya sering sama, urusannya sering wajib, sebagian di luar jendela."""
    luar = draw(st.integers(0, 5)) == 0
    return inovasi(
        tahun,
        status=draw(st.sampled_from(["draf", "terkirim", "terkirim", "diterima", "ditolak"])),
        kematangan=draw(st.sampled_from([0, 0, 20, 40, 40, 60, 80, 80, 100, 111])),
        urusan=draw(st.sampled_from([*URUSAN_WAJIB, "pariwisata", "pariwisata"])),
        waktu={"penerapan": f"{tahun - 9 if luar else tahun - 1}-06-01"},
    )


@st.composite
def soal(
    draw: st.DrawFn, paling_banyak: int = PALING_BANYAK
) -> tuple[Daerah, dict[str, Any], PermintaanSusun]:
    """Daerah kecil, aturan yang mengikat pada ukuran itu, dan permintaan."""
    tahun = draw(st.sampled_from(TAHUN))
    ganti: dict[str, Any] = {}
    if tahun not in (2020, 2021) and draw(st.booleans()):
        ganti = {
            "pembagi_minimal": konstanta(draw(st.integers(1, 4))),
            "ditolak_ikut_pembagi": Saklar(nilai=draw(st.booleans()), kepastian="kuat"),
            "urusan_wajib_minimal": konstanta(draw(st.sampled_from([None, 1, 2, 3]))),
            "jumlah_inovasi": JumlahInovasi(poin=konstanta(draw(st.integers(1, 9))), maksimum=konstanta(3)),
        }
    catatan = draw(st.lists(calon(tahun), min_size=1, max_size=paling_banyak))
    milik = Daerah(tahun, tuple(catatan), {"total": 40, "maksimum": 63})
    kenal = [
        satu
        for satu, isi in zip(pengenal(milik), catatan, strict=True)
        if isi["status"] in ("draf", "terkirim")
    ]
    nasib = {satu: draw(st.sampled_from(["bebas", "bebas", "bebas", "wajib", "tanpa"])) for satu in kenal}
    tanpa = tuple(satu for satu in kenal if nasib[satu] == "tanpa")
    minimal = draw(st.integers(0, len(kenal) - len(tanpa)))
    wajib = tuple(satu for satu in kenal if nasib[satu] == "wajib")
    return milik, ganti, PermintaanSusun(wajib, tanpa, minimal)


def _susun(milik: Daerah, aturan: Peraturan, permintaan: PermintaanSusun) -> HasilSusun:
    hasil = nilai_daerah(milik.bahan(), aturan, Opsi())
    return susun_kiriman(keadaan_awal(milik.bahan(), aturan, Opsi(), hasil), permintaan)


def _nilai_kiriman(milik: Daerah, aturan: Peraturan, kirim: tuple[str, ...]) -> Fraction | None:
    catatan = deepcopy(milik.catatan)
    for kenal, isi in zip(pengenal(milik), catatan, strict=True):
        if isi["status"] in ("draf", "terkirim"):
            isi["status"] = "terkirim" if kenal in kirim else "draf"
    rincian = nilai_daerah(Daerah(milik.tahun, catatan, milik.spd).bahan(), aturan).utama.rincian
    return rincian.total if milik.tahun == 2020 else rincian.indeks


@contoh(250)
@given(soal())
def test_sama_dengan_mencoba_semua_himpunan(isi: tuple[Daerah, dict[str, Any], PermintaanSusun]) -> None:
    milik, ganti, permintaan = isi
    aturan = aturan_lain(milik.tahun, ganti)
    hasil = _susun(milik, aturan, permintaan)
    bebas = [satu for satu in (*hasil.kirim, *hasil.tunda) if satu not in permintaan.tanpa]
    semua: dict[int, list[tuple[Fraction, list[str]]]] = {}
    for kirim in chain.from_iterable(combinations(sorted(bebas), n) for n in range(len(bebas) + 1)):
        if not set(permintaan.wajib) <= set(kirim):
            continue
        nilai = _nilai_kiriman(milik, aturan, kirim)
        semua.setdefault(len(kirim), []).append((Fraction(-1) if nilai is None else nilai, list(kirim)))
    terbaik = {n: min(milik_n, key=lambda satu: (-satu[0], satu[1])) for n, milik_n in semua.items()}
    pilihan = [
        (-nilai, n, kirim)
        for n, (nilai, kirim) in terbaik.items()
        if n >= max(permintaan.minimal, len(permintaan.wajib))
    ]
    nilai, _, daftar = min(pilihan)
    assert list(hasil.kirim) == daftar
    assert (hasil.terbaik.nilai if hasil.terbaik.nilai is not None else Fraction(-1)) == -nilai
    for titik in hasil.kurva:
        bulat = terbaik[titik.n][0]
        assert titik.skor == (None if bulat < 0 else Fraction(int(bulat * 100 + Fraction(1, 2)), 100))
    assert [titik.n for titik in hasil.kurva] == [n for n in sorted(terbaik) if n]


@settings(contoh(250), max_examples=250 if LENGKAP else 8)
@given(soal(14 if LENGKAP else 10))
def test_sama_dengan_semua_himpunan_menurut_rumus_yang_ditulis_ulang(
    isi: tuple[Daerah, dict[str, Any], PermintaanSusun],
) -> None:
    milik, ganti, permintaan = isi
    aturan = aturan_lain(milik.tahun, ganti)
    hasil = _susun(milik, aturan, permintaan)
    catatan = dict(zip(pengenal(milik), milik.catatan, strict=True))
    calon_ = [satu for satu, c in catatan.items() if c["status"] in ("draf", "terkirim")]
    bebas = [satu for satu in calon_ if satu not in permintaan.tanpa]
    diterima = [c for c in catatan.values() if c["status"] == "diterima"]
    ditolak = sum(c["status"] == "ditolak" for c in catatan.values())
    wajib = set(aturan.metode.urusan_wajib)
    terbaik: dict[int, tuple[Fraction, list[str]]] = {}
    for pilih in range(1 << len(bebas)):
        kirim = [satu for letak, satu in enumerate(bebas) if pilih >> letak & 1]
        if not set(permintaan.wajib) <= set(kirim):
            continue
        layak = [catatan[satu] for satu in kirim if not _di_luar(catatan[satu], milik.tahun)]
        dihitung = [*diterima, *layak]
        nilai = skor_ulang(
            aturan.metode,
            len(dihitung),
            ditolak + len(kirim) - len(layak),
            Fraction(sum(c["kematangan"] for c in dihitung)),
            Fraction(40),
            len({c["urusan"] for c in dihitung} & wajib),
        )
        kunci = (Fraction(1) if nilai is None else -nilai, kirim)
        terbaik[len(kirim)] = min(terbaik.get(len(kirim), kunci), kunci)
    boleh = [
        (nilai, n, kirim)
        for n, (nilai, kirim) in terbaik.items()
        if n >= max(permintaan.minimal, len(permintaan.wajib))
    ]
    nilai_terbaik, _, kirim = min(boleh)
    assert list(hasil.kirim) == kirim
    assert hasil.terbaik.nilai == (None if nilai_terbaik > 0 else -nilai_terbaik)
    for titik in hasil.kurva:
        bulat = -terbaik[titik.n][0]
        assert titik.skor == (None if bulat < 0 else Fraction(int(bulat * 100 + Fraction(1, 2)), 100))


def _di_luar(catatan: Data, tahun: int) -> bool:
    """Penerapan jauh sebelum jendela tahun mana pun."""
    return int(catatan["waktu"]["penerapan"][:4]) < tahun - 5


def test_impas_menurut_rumusnya() -> None:
    # 13 terhitung + 1 ditolak pada 2026: D = 14, h = 0,38 n (lima urusan terisi).
    catatan = [inovasi(2026, kematangan=80, urusan=URUSAN_WAJIB[n % 5]) for n in range(13)]
    catatan += [
        inovasi(2026, kematangan=80, status="ditolak"),
        inovasi(2026, kematangan=10, status="draf", urusan="sosial"),
    ]
    hasil = _susun(Daerah(2026, tuple(catatan), {"total": 40}), peraturan(2026), PermintaanSusun())
    jumlah, naik = Fraction(13 * 80), Fraction(38, 100)
    assert hasil.kirim == ()
    assert hasil.impas == 15 * (jumlah / 14 - naik) - jumlah
    rugi = jumlah / 14 - jumlah / 15
    assert hasil.peluang_impas == rugi / (Fraction(80) / 15 + naik)
    (rinci,) = hasil.calon
    assert rinci.peluang_impas == rugi / (Fraction(10) / 15 + naik)
    assert rinci.kurang == hasil.impas - 10


def test_impas_tepat_tidak_mengubah_indeks() -> None:
    catatan = [inovasi(2024, kematangan=80) for _ in range(12)]
    milik = Daerah(2024, tuple(catatan), {"total": 40})
    hasil = _susun(milik, peraturan(2024), PermintaanSusun())
    assert hasil.impas is not None
    ditambah = replace_catatan(milik, inovasi(2024, kematangan=float(hasil.impas)))
    nilai = nilai_daerah(ditambah.bahan(), peraturan(2024)).utama.rincian.indeks
    assert nilai == hasil.terbaik.nilai


def replace_catatan(milik: Daerah, tambahan: Data) -> Daerah:
    return Daerah(milik.tahun, (*milik.catatan, tambahan), milik.spd)


def test_tahun_rata_rata_mengirim_satu_dan_mengatakannya() -> None:
    catatan = tuple(inovasi(2021, kematangan=satu, status="draf") for satu in (120, 90, 120))
    milik = Daerah(2021, catatan, {"total": 40, "maksimum": 60})
    hasil = _susun(milik, peraturan(2021), PermintaanSusun())
    assert hasil.kirim == ("2021/dinkes/i00",)
    assert hasil.rata_rata_saja
    assert hasil.peluang_impas is None


@pytest.mark.parametrize(
    ("permintaan", "sebab"),
    [
        (PermintaanSusun(wajib=("2026/dinkes/i00",)), "bukan calon"),
        (PermintaanSusun(tanpa=("2026/dinkes/i07",)), "tidak ada"),
        (PermintaanSusun(wajib=("2026/dinkes/i01",), tanpa=("2026/dinkes/i01",)), "sekaligus"),
        (PermintaanSusun(minimal=2), "calonnya hanya 1"),
    ],
)
def test_permintaan_yang_salah_ditolak(permintaan: PermintaanSusun, sebab: str) -> None:
    milik = Daerah(2026, (inovasi(2026), inovasi(2026, status="draf")), {"total": 40})
    with pytest.raises(GalatSusun, match=sebab):
        _susun(milik, peraturan(2026), permintaan)
