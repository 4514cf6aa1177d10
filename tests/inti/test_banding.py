"""Perbandingan dua sisi: uraian selisih yang eksak, pencocokan inovasi, beda skala, dan hasil terbit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from itertools import permutations
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indeksinovasi.alur.metode import peraturan_untuk
from indeksinovasi.inti.banding.pasangan import pasangkan, susun_silsilah
from indeksinovasi.inti.banding.susun import bandingkan
from indeksinovasi.inti.banding.uraian import BAGIAN_KEMATANGAN, FAKTOR
from indeksinovasi.inti.ejaan import teks_pembanding
from indeksinovasi.inti.hitung.nilai import Bahan, Opsi, Peraturan, Rekaman, nilai_daerah
from indeksinovasi.inti.model.banding import Lawan, Perbandingan, Sisi
from indeksinovasi.inti.model.batas_predikat import GeserBatas
from indeksinovasi.inti.model.daerah import HasilTerbit, IdentitasDaerah
from indeksinovasi.inti.model.hasil import DASAR, Dasar, Hasil
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.spd import Spd
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import contoh

KOTA = IdentitasDaerah("Kota Uji", "kota", "99.01")
TAHUN = (2021, 2022, 2023, 2024, 2025, 2026)


class Masukan(NamedTuple):
    """Satu sisi sebelum dinilai."""

    tahun: int
    catatan: dict[str, Data]
    spd: Data | None = None
    metode: int | None = None
    dasar: Dasar = "berbukti"

    @property
    def metode_pakai(self) -> int:
        return self.metode or self.tahun


@cache
def _peraturan(tahun: int, metode: int) -> Peraturan:
    return peraturan_untuk(tahun, str(metode))


def _nilai(masukan: Masukan, metode: int) -> Hasil:
    rekaman = (
        Rekaman(f"{masukan.tahun}/{nama}", nama.partition("/")[0], "", Inovasi.model_validate(isi))
        for nama, isi in masukan.catatan.items()
    )
    spd = None if masukan.spd is None else Spd.model_validate(masukan.spd)
    bahan = Bahan(KOTA, None, masukan.tahun, spd, False, tuple(rekaman))
    return nilai_daerah(bahan, _peraturan(masukan.tahun, metode), Opsi(masukan.dasar))


def _sisi(masukan: Masukan, label: str = "") -> Sisi:
    hasil = _nilai(masukan, masukan.metode_pakai)
    return Sisi(label or str(masukan.tahun), masukan.tahun, hasil.metode.skala, hasil)


def _banding(dari: Masukan, ke: Masukan) -> Perbandingan:
    awal, akhir = _sisi(dari), _sisi(ke)
    dari_lawan = Lawan(f"{dari.tahun}@{ke.metode_pakai}", _nilai(dari, ke.metode_pakai))
    ke_lawan = Lawan(f"{ke.tahun}@{dari.metode_pakai}", _nilai(ke, dari.metode_pakai))
    assert awal.hasil is not None
    assert akhir.hasil is not None
    return bandingkan(
        awal, akhir, dari_lawan, ke_lawan, susun_silsilah((*awal.hasil.inovasi, *akhir.hasil.inovasi))
    )


def _faktor(banding: Perbandingan) -> dict[str, Fraction]:
    return {satu.faktor: satu.nilai for satu in banding.uraian}


def _bagian(banding: Perbandingan) -> dict[str, Fraction]:
    return {satu.faktor: satu.nilai for satu in banding.kematangan}


def _siap(*kematangan: float, urusan: Sequence[str] = ("kesehatan",), tahun: int = 2024) -> dict[str, Data]:
    """Catatan dengan kematangan siap pakai, sehingga tabel tahunnya tidak berperan."""
    return {
        f"dinkes/i{nomor}": inovasi(
            tahun, nama=f"Inovasi {nomor}", kematangan=nilai, urusan=urusan[nomor % len(urusan)]
        )
        for nomor, nilai in enumerate(kematangan)
    }


@st.composite
def masukan(draw: st.DrawFn) -> Masukan:
    tahun = draw(st.sampled_from(TAHUN))
    nama = draw(st.lists(st.sampled_from(["a/x", "a/y", "b/x", "b/z"]), unique=True, max_size=4))
    bukti = [{"tautan": "https://contoh.go.id"}]
    catatan = {}
    for satu in nama:
        entri = {
            kode: {"parameter": draw(st.integers(0, 3)), "bukti": draw(st.sampled_from([[], bukti]))}
            for kode in draw(
                st.lists(st.sampled_from(["regulasi", "sdm", "replikasi", "video"]), unique=True)
            )
        }
        catatan[satu] = inovasi(
            tahun,
            nama=f"Inovasi {satu}",
            status=draw(st.sampled_from(["diterima", "terkirim", "ditolak", "draf"])),
            urusan=draw(st.sampled_from(URUSAN_WAJIB)),
            indikator=entri,
            kematangan=draw(st.none() | st.integers(0, 111)),
        )
    total, maksimum = draw(st.integers(0, 63)), draw(st.sampled_from([63, 70]))
    metode = draw(st.none() | st.sampled_from(TAHUN))
    return Masukan(
        tahun, catatan, {"total": total, "maksimum": maksimum}, metode, draw(st.sampled_from(DASAR))
    )


@contoh(150)
@given(masukan(), masukan())
def test_sumbangan_berjumlah_tepat_dan_berbalik_tanda(dari: Masukan, ke: Masukan) -> None:
    maju, mundur = _banding(dari, ke), _banding(ke, dari)
    if maju.selisih is None:
        assert (maju.uraian, maju.kematangan, mundur.selisih) == ((), (), None)
        assert maju.alasan
        return
    faktor, bagian = _faktor(maju), _bagian(maju)
    assert tuple(faktor) == FAKTOR
    assert tuple(bagian) == BAGIAN_KEMATANGAN
    assert sum(faktor.values()) == maju.selisih
    assert sum(bagian.values()) == faktor["kematangan"]
    assert _faktor(mundur) == {nama: -nilai for nama, nilai in faktor.items()}
    tukar = {"sama": "sama", "masuk": "keluar", "keluar": "masuk"}
    assert _bagian(mundur) == {tukar[nama]: -nilai for nama, nilai in bagian.items()}


@contoh(50)
@given(masukan())
def test_membandingkan_dengan_diri_sendiri_nol_semua(satu: Masukan) -> None:
    banding = _banding(satu, satu)
    if banding.selisih is not None:
        assert {banding.selisih, *_faktor(banding).values(), *_bagian(banding).values()} == {0}
    assert {beda.perubahan for beda in banding.inovasi} <= {"tetap"}


def _indeks(metode: int, spd: int, rata: Fraction, terhitung: int, ditolak: int, urusan: int) -> Fraction:
    """Rumus 2024 dan 2026 ditulis ulang dari paparan: (SPD + SID) / 250 × 100."""
    minimal, syarat = {2024: (10, 0), 2026: (12, 5)}[metode]
    skor_jumlah = Fraction(38, 100) * min(terhitung, 200) if urusan >= syarat else Fraction(0)
    return (spd + rata * terhitung / max(minimal, terhitung + ditolak) + skor_jumlah) / 250 * 100


def test_sama_dengan_rata_rata_semua_urutan_pada_rumus_yang_ditulis_ulang() -> None:
    awal = _siap(80, 70, 60, urusan=URUSAN_WAJIB[:3])
    awal["dinkes/tolak"] = inovasi(2024, status="ditolak")
    akhir = _siap(90, 50, 85, 40, 70, 66, urusan=URUSAN_WAJIB, tahun=2026)
    banding = _banding(Masukan(2024, awal, {"total": 40}), Masukan(2026, akhir, {"total": 45}))
    sisi = (
        {"metode": 2024, "spd": 40, "kematangan": Fraction(70), "jumlah_inovasi": (3, 1), "urusan_wajib": 3},
        {
            "metode": 2026,
            "spd": 45,
            "kematangan": Fraction(401, 6),
            "jumlah_inovasi": (6, 0),
            "urusan_wajib": 6,
        },
    )

    def nilai(pindah: set[str]) -> Fraction:
        pilih: dict[str, Any] = {faktor: sisi[faktor in pindah][faktor] for faktor in FAKTOR}
        terhitung, ditolak = pilih["jumlah_inovasi"]
        return _indeks(
            pilih["metode"], pilih["spd"], pilih["kematangan"], terhitung, ditolak, pilih["urusan_wajib"]
        )

    harapan = dict.fromkeys(map(str, FAKTOR), Fraction(0))
    semua = list(permutations(FAKTOR))
    for urutan in semua:
        for letak, faktor in enumerate(urutan):
            tambahan = nilai(set(urutan[: letak + 1])) - nilai(set(urutan[:letak]))
            harapan[faktor] += tambahan / len(semua)
    assert _faktor(banding) == harapan


@pytest.mark.parametrize(
    ("faktor", "ubah"),
    [
        ("spd", lambda m: m._replace(spd={"total": 50})),
        ("kematangan", lambda m: m._replace(catatan=_siap(*[75] * 12, urusan=URUSAN_WAJIB[:4], tahun=2026))),
        (
            "jumlah_inovasi",
            lambda m: m._replace(catatan=_siap(*[60] * 8, urusan=URUSAN_WAJIB[:4], tahun=2026)),
        ),
        ("urusan_wajib", lambda m: m._replace(catatan=_siap(*[60] * 12, urusan=URUSAN_WAJIB, tahun=2026))),
        ("metode", lambda m: m._replace(metode=2024)),
    ],
)
def test_satu_perubahan_satu_faktor(faktor: str, ubah: Callable[[Masukan], Masukan]) -> None:
    awal = Masukan(2026, _siap(*[60] * 12, urusan=URUSAN_WAJIB[:4], tahun=2026), {"total": 40})
    banding = _banding(awal, ubah(awal))
    assert banding.selisih != 0
    assert {nama for nama, nilai in _faktor(banding).items() if nilai} == {faktor}


def test_tabel_yang_berubah_masuk_faktor_metode() -> None:
    # Perkada tingkat 3 pada 2023 dan tingkat 2 pada 2026 (bobot 3); catatannya sendiri tidak berubah.
    entri = {"regulasi": {"fakta": "perkada"}}
    catatan = {f"dinkes/i{nomor}": inovasi(2023, indikator=entri) for nomor in range(12)}
    dari = Masukan(2023, catatan, {"total": 40}, None, "klaim")
    banding = _banding(dari, dari._replace(metode=2026))
    assert banding.selisih is not None
    assert banding.selisih < 0
    assert _faktor(banding) == dict.fromkeys(FAKTOR, 0) | {"metode": banding.selisih}


def test_bagian_kematangan_inovasi_sama_masuk_dan_keluar() -> None:
    awal = _siap(*[60] * 10)
    naik = _banding(Masukan(2024, awal), Masukan(2024, _siap(70, *[60] * 9)))
    assert _bagian(naik) == {"sama": Fraction(10, 10) / 250 * 100, "masuk": 0, "keluar": 0}
    tambah = _banding(
        Masukan(2024, awal), Masukan(2024, awal | {"dinkes/baru": inovasi(2024, kematangan=82)})
    )
    assert _bagian(tambah)["masuk"] > 0
    assert {_bagian(tambah)["sama"], _bagian(tambah)["keluar"]} == {0}
    kurang = _banding(Masukan(2024, awal | {"dinkes/lama": inovasi(2024, kematangan=5)}), Masukan(2024, awal))
    assert _bagian(kurang)["keluar"] > 0
    assert {_bagian(kurang)["sama"], _bagian(kurang)["masuk"]} == {0}


def test_sisi_tanpa_inovasi_menyalahkan_jumlahnya_bukan_kematangan() -> None:
    banding = _banding(Masukan(2024, {}, {"total": 40}), Masukan(2024, _siap(80, 60), {"total": 40}))
    assert banding.selisih is not None
    assert _faktor(banding) == dict.fromkeys(FAKTOR, 0) | {"jumlah_inovasi": banding.selisih}
    assert set(_bagian(banding).values()) == {0}


def test_metode_tanpa_pembagi_minimal_bertemu_sisi_tanpa_inovasi() -> None:
    kosong = Masukan(2022, {}, {"total": 40})
    banding = _banding(kosong, Masukan(2021, _siap(120, 90, tahun=2021), {"total": 50, "maksimum": 60}))
    assert banding.selisih is not None
    assert sum(_faktor(banding).values()) == banding.selisih


def test_spd_tahun_lain_yang_tidak_terbaca_memakai_nilainya_sendiri() -> None:
    # 66 dari maksimum 70 pada 2021 mustahil menurut maksimum 63 pada 2022, tetapi bukan berarti 0.
    dari = Masukan(2021, _siap(100, tahun=2021), {"total": 66, "maksimum": 70})
    banding = _banding(dari, Masukan(2022, _siap(100, tahun=2022), {"total": 55}))
    assert _faktor(banding)["spd"] < 0
    assert sum(_faktor(banding).values()) == banding.selisih


def test_skala_absolut_dibandingkan_dengan_skala_absolut() -> None:
    dari = Masukan(2020, _siap(70, 60, tahun=2020), {"total": 40})
    banding = _banding(dari, dari._replace(catatan=_siap(70, 60, 50, tahun=2020), spd={"total": 41}))
    assert banding.skala_sama
    assert banding.selisih == 51
    assert _faktor(banding)["spd"] == 1


def test_antarskala_tidak_dikurangkan_tetapi_ada_pasangan_setara() -> None:
    dari, ke = (
        Masukan(2020, _siap(70, 60, tahun=2020), {"total": 40}),
        Masukan(2022, _siap(80, tahun=2022), {"total": 42}),
    )
    for awal, akhir in ((dari, ke), (ke, dari)):
        banding = _banding(awal, akhir)
        assert (banding.skala_sama, banding.selisih, banding.uraian) == (False, None, ())
        assert banding.alasan
        assert (banding.opd, banding.indikator, banding.inovasi) == ((), (), ())
        assert banding.setara is not None
        assert {banding.setara.dari.label, banding.setara.ke.label} == {"2020@2022", "2022"}
        assert banding.setara.selisih == sum(_faktor(banding.setara).values())
        assert banding.setara.setara is None


def test_catatan_yang_sama_pada_dua_skala_tidak_punya_pasangan_setara() -> None:
    dari = Masukan(2020, _siap(70, tahun=2020), {"total": 40})
    assert _banding(dari, dari._replace(metode=2022)).setara is None


def test_indeks_yang_tidak_dapat_dihitung_disebut_alasannya() -> None:
    banding = _banding(
        Masukan(2021, _siap(70, tahun=2021), {"total": 40}), Masukan(2022, _siap(70, tahun=2022))
    )
    assert (banding.skala_sama, banding.selisih, banding.uraian) == (True, None, ())
    assert banding.alasan is not None
    assert banding.alasan.startswith("2021: ")
    assert banding.setara is None


# Pencocokan


def _pasangan(lama: Data, baru: Data, silsilah: dict[str, str] | None = None) -> dict[str, str]:
    awal, akhir = _nilai(Masukan(2022, lama), 2022), _nilai(Masukan(2024, baru), 2024)
    peta = susun_silsilah((*awal.inovasi, *akhir.inovasi)) | (silsilah or {})
    maju = pasangkan(awal, akhir, peta)
    mundur = pasangkan(akhir, awal, peta)
    assert {lawan: satu for satu, lawan in mundur.peta.items()} == maju.peta
    assert {lawan: mundur.cara[satu] for satu, lawan in mundur.peta.items()} == maju.cara
    assert [(satu.ke, satu.dari, satu.dipasangkan) for satu in mundur.beda_judul] == list(maju.beda_judul)
    return maju.peta


def test_pengembangan_dari_mendahului_slug_dan_judul() -> None:
    lama = {"a/x": inovasi(2022, nama="Satu"), "a/y": inovasi(2022, nama="Dua")}
    baru = {"a/x": inovasi(2024, nama="Satu", pengembangan_dari="2022/a/y")}
    assert _pasangan(lama, baru) == {"2022/a/y": "2024/a/x"}


def test_silsilah_lewat_tahun_antara() -> None:
    lama = {"a/x": inovasi(2022, nama="Satu")}
    baru = {"b/z": inovasi(2024, nama="Lain", pengembangan_dari="2023/b/y")}
    assert _pasangan(lama, baru) == {}
    assert _pasangan(lama, baru, {"2023/b/y": "2022/a/x"}) == {"2022/a/x": "2024/b/z"}


def test_silsilah_melingkar_tidak_menggantung() -> None:
    baru = {"a/x": inovasi(2024, nama="Satu", pengembangan_dari="2023/a/x")}
    assert _pasangan({"b/y": inovasi(2022, nama="Lain")}, baru, {"2023/a/x": "2024/a/x"}) == {}


def test_judul_mendahului_nama_berkas() -> None:
    lama = {"a/x": inovasi(2022, nama="Satu"), "a/y": inovasi(2022, nama="Dua")}
    baru = {"a/x": inovasi(2024, nama="Dua"), "b/x": inovasi(2024, nama="Tiga")}
    assert _pasangan(lama, baru) == {"2022/a/y": "2024/a/x"}


def test_judul_sama_memilih_nama_berkas_yang_sama() -> None:
    lama = {"a/p": inovasi(2022, nama="Satu"), "a/q": inovasi(2022, nama="Satu")}
    baru = {"a/q": inovasi(2024, nama="Satu")}
    assert _pasangan(lama, baru) == {"2022/a/q": "2024/a/q"}


def _beda_judul(lama: Data, baru: Data) -> list[tuple[str, str, bool]]:
    banding = _banding(Masukan(2024, lama), Masukan(2025, baru))
    return [(satu.dari.id, satu.ke.id, satu.dipasangkan) for satu in banding.beda_judul]


def test_nama_berkas_dan_judul_yang_berselisih_disebut() -> None:
    posyandu = {"a/1": inovasi(2024, nama="Posyandu Digital")}
    air = inovasi(2025, nama="Ambulans Air")
    pindah = {"a/1": air, "a/2": inovasi(2025, nama="Posyandu\u200b  DIGITAL")}
    assert _pasangan(posyandu, pindah) == {"2022/a/1": "2024/a/2"}
    assert _beda_judul(posyandu, pindah) == [("2024/a/1", "2025/a/1", False)]
    # Tanpa judul yang sama, nama berkas memasangkan; perselisihannya tetap disebut.
    assert _beda_judul(posyandu, {"a/1": air}) == [("2024/a/1", "2025/a/1", True)]
    # Silsilah menyatakan sendiri bahwa judulnya diganti.
    dinyatakan = {"a/1": inovasi(2025, nama="Ambulans Air", pengembangan_dari="2024/a/1")}
    assert _beda_judul(posyandu, dinyatakan) == []
    assert _beda_judul(posyandu, {"a/1": inovasi(2025, nama="posyandu digital")}) == []


# Batas predikat


def _rata(kematangan: float, tahun: int) -> Masukan:
    catatan = {
        f"dinkes/i{nomor}": inovasi(tahun, nama=f"Inovasi {nomor}", kematangan=kematangan)
        for nomor in range(12)
    }
    return Masukan(tahun, catatan, {"total": 41})


def test_predikat_turun_karena_batasnya_bergeser() -> None:
    predikat = _banding(_rata(50, 2024), _rata(50, 2025)).predikat
    assert predikat is not None
    assert (predikat.dari, predikat.ke, predikat.karena_batas) == ("Inovatif", "Kurang Inovatif", True)
    (batas,) = predikat.batas
    assert batas == GeserBatas("Inovatif", Fraction(35), Fraction("40.01"), asumsi=True)


def test_predikat_turun_karena_angkanya_bukan_karena_batas() -> None:
    predikat = _banding(_rata(50, 2024), _rata(5, 2025)).predikat
    assert predikat is not None
    assert (predikat.ke, predikat.karena_batas) == ("Kurang Inovatif", False)
    assert [satu.predikat for satu in predikat.batas] == ["Inovatif"]


def test_batas_bergeser_tanpa_mengubah_predikat_menyebut_jaraknya() -> None:
    banding = _banding(_rata(70, 2024), _rata(70, 2026))
    assert banding.predikat is not None
    assert banding.ukuran is not None
    assert banding.predikat.tetap
    assert not banding.predikat.karena_batas
    awal, akhir = (satu.skor for satu in banding.ukuran)
    assert awal is not None
    assert akhir is not None
    assert banding.predikat.jarak == (awal - 35, akhir - Fraction("40.01"))
    assert banding.selisih_tampil == akhir - awal


def test_batas_yang_sama_tidak_disebut() -> None:
    predikat = _banding(_rata(70, 2023), _rata(70, 2024)).predikat
    assert predikat is not None
    assert (predikat.batas, predikat.karena_batas) == ((), False)


def test_hasil_terbit_dibandingkan_sebagaimana_terbit() -> None:
    aturan = {tahun: _peraturan(tahun, tahun).metode for tahun in (2024, 2025)}
    awal = Sisi("2024", 2024, "normal", None, (_terbit(2024, "final", 38.5),), aturan[2024])
    akhir = Sisi("2025", 2025, "normal", None, (_terbit(2025, "final", 39.0),), aturan[2025])
    banding = bandingkan(awal, akhir, None, None, {})
    assert (banding.selisih, banding.selisih_tampil) == (None, Fraction("0.5"))
    assert banding.predikat is not None
    assert (banding.predikat.dari, banding.predikat.ke) == ("Inovatif", "Kurang Inovatif")
    assert banding.predikat.karena_batas
    mandiri = Sisi("2025", 2025, "normal", None, (_terbit(2025, "mandiri", 39.0),), aturan[2025])
    assert bandingkan(awal, mandiri, None, None, {}).selisih_tampil is None


def test_judul_yang_sama_dengan_opd_sendiri_didahulukan() -> None:
    lama = {"a/x": inovasi(2022, nama="Posyandu  DIGITAL!"), "b/y": inovasi(2022, nama="Posyandu Digital")}
    baru = {"b/baru": inovasi(2024, nama="posyandu digital")}
    assert _pasangan(lama, baru) == {"2022/b/y": "2024/b/baru"}


def test_judul_tanpa_huruf_tidak_dicocokkan() -> None:
    assert teks_pembanding("—!?—") == ""
    assert _pasangan({"a/x": inovasi(2022, nama="!!!")}, {"b/y": inovasi(2024, nama="???")}) == {}


def test_satu_lawan_satu_dan_yang_terhitung_didahulukan() -> None:
    lama = {"a/x": inovasi(2022, nama="Satu")}
    baru = {
        "a/p": inovasi(2024, nama="P", status="draf", pengembangan_dari="2022/a/x"),
        "b/q": inovasi(2024, nama="Q", pengembangan_dari="2022/a/x"),
        "b/r": inovasi(2024, nama="R", pengembangan_dari="2022/a/x"),
    }
    assert _pasangan(lama, baru) == {"2022/a/x": "2024/b/q"}


def test_perubahan_tiap_inovasi() -> None:
    dari = Masukan(
        2024,
        {
            "a/naik": inovasi(2024, nama="Naik", kematangan=50),
            "a/turun": inovasi(2024, nama="Turun", kematangan=60),
            "a/tetap": inovasi(2024, nama="Tetap", kematangan=70),
            "a/hilang": inovasi(2024, nama="Hilang", kematangan=40),
            "a/ditolak": inovasi(2024, nama="Kelak ditolak", kematangan=30),
            "a/konsep": inovasi(2024, nama="Konsep", kematangan=20, status="draf"),
            "a/konsep-lain": inovasi(2024, nama="Tetap draf", kematangan=20, status="draf"),
        },
    )
    catatan = {
        "a/naik": inovasi(2024, nama="Naik", kematangan=55),
        "a/turun": inovasi(2024, nama="Turun", kematangan=58),
        "a/tetap": inovasi(2024, nama="Tetap", kematangan=70),
        "a/ditolak": inovasi(2024, nama="Kelak ditolak", kematangan=30, status="ditolak"),
        "a/konsep": inovasi(2024, nama="Konsep", kematangan=25),
        "a/konsep-lain": inovasi(2024, nama="Tetap draf", kematangan=20, status="draf"),
        "a/baru": inovasi(2024, nama="Baru", kematangan=45),
    }
    banding = _banding(dari, dari._replace(catatan=catatan))
    hasil = [(satu.perubahan, satu.nama, satu.selisih) for satu in banding.inovasi]
    assert hasil == [
        ("baru", "Baru", None),
        ("baru", "Konsep", None),
        ("hilang", "Hilang", None),
        ("hilang", "Kelak ditolak", None),
        ("naik", "Naik", 5),
        ("turun", "Turun", -2),
        ("tetap", "Tetap", 0),
    ]
    lawan = {
        satu.nama: (satu.dari and satu.dari.golongan, satu.ke and satu.ke.golongan)
        for satu in banding.inovasi
    }
    assert lawan["Konsep"] == ("draf", "terhitung")
    assert lawan["Kelak ditolak"] == ("terhitung", "ditolak")
    assert lawan["Hilang"] == ("terhitung", None)


def test_rata_rata_indikator_atas_inovasi_terhitung() -> None:
    def catatan(*tingkat: int) -> dict[str, Data]:
        return {
            f"a/i{nomor}": inovasi(2024, nama=f"I{nomor}", indikator={"regulasi": {"parameter": satu}})
            for nomor, satu in enumerate(tingkat)
        } | {"a/jadi": inovasi(2024, nama="Jadi", kematangan=80)}

    dari = Masukan(2024, catatan(1, 2), dasar="klaim")
    (regulasi,) = (
        satu
        for satu in _banding(dari, dari._replace(catatan=catatan(3, 3))).indikator
        if satu.kode == "regulasi"
    )
    assert regulasi.dari is not None
    assert regulasi.ke is not None
    assert (regulasi.dari.tingkat, regulasi.ke.tingkat) == (Fraction(3, 2), Fraction(3))
    assert regulasi.selisih == Fraction(9, 2)


# Hasil terbit


def _terbit(tahun: int, jenis: str, skor: float | None, **lain: Any) -> HasilTerbit:
    return HasilTerbit.model_validate({"tahun": tahun, "jenis": jenis, "skor": skor, "sumber": "uji", **lain})


def test_hasil_terbit_hanya_dikurangkan_dengan_yang_sejenis_dan_seskala() -> None:
    awal = Sisi("2021", 2021, "normal", None, (_terbit(2021, "mandiri", 60), _terbit(2021, "final", 50)))
    akhir = Sisi("2022", 2022, "normal", None, (_terbit(2022, "final", 40), _terbit(2022, "final", 41)))
    banding = bandingkan(awal, akhir, None, None, {})
    assert (banding.selisih, banding.uraian) == (None, ())
    assert banding.alasan
    assert banding.terbit is not None
    assert banding.terbit.jenis == "final"
    assert banding.terbit.nilai == -9
    lama = Sisi("2020", 2020, "absolut", None, (_terbit(2020, "final", 1462),))
    assert bandingkan(lama, awal, None, None, {}).terbit is None
    sementara = Sisi("2023", 2023, "normal", None, (_terbit(2023, "sementara", 63.85),))
    assert bandingkan(akhir, sementara, None, None, {}).terbit is None
    tak_dikenal = Sisi("2019", 2019, None, None, (_terbit(2019, "final", 40),))
    assert not bandingkan(tak_dikenal, tak_dikenal, None, None, {}).skala_sama
