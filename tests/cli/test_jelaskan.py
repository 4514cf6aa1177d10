"""``jelaskan``: kode, keluarga, dan indikator; contoh faktanya dibuktikan oleh pembaca fakta yang menilai."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import pytest
import ryaml
from rich.cells import cell_len

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.jelaskan import Penjelasan, jelaskan
from indeksinovasi.berkas.metode import muat_tahun, tahun_tersedia
from indeksinovasi.cli.jelaskan import jelaskan as perintah
from indeksinovasi.inti.hitung.fakta import baca_fakta, teks_rentang
from indeksinovasi.inti.katalog import KATALOG, KELUARGA
from indeksinovasi.inti.metode.jelaskan import (
    PenjelasanIndikator,
    PenjelasanKeluarga,
    PenjelasanPilihan,
    jelaskan_indikator,
)
from indeksinovasi.inti.metode.uraian_aturan import contoh_fakta, tulis_fakta, uraikan_aturan
from indeksinovasi.inti.model.aturan import AturanPilihan, Rentang
from indeksinovasi.inti.model.fakta import bentuk_fakta
from indeksinovasi.inti.model.isian_fakta import periksa_bentuk
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.inti.model.nilai_fakta import baca_isian
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.keluaran.jelaskan import dokumen_jelaskan
from indeksinovasi.keluaran.penulis.terminal import teks_terminal
from tests.daerah_uji import indeks

SEMUA = tuple(muat_tahun(tahun).metode for tahun in tahun_tersedia())
JAHAT = "nama [red]\x1b[31m | <script>\nbaris dua"


def teks_jelaskan(penjelasan: Penjelasan) -> str:
    assert not isinstance(penjelasan, PenjelasanPilihan)
    return teks_terminal(dokumen_jelaskan(penjelasan))


def indikator(kata: str, tahun: int | None = None) -> PenjelasanIndikator:
    isi = jelaskan(kata, tahun)
    assert isinstance(isi, PenjelasanIndikator)
    return isi


# Kode


@pytest.mark.parametrize("keluarga", sorted(KELUARGA))
def test_setiap_kode_dijelaskan_lengkap(keluarga: str) -> None:
    for kode in (satu for satu in KATALOG if satu.startswith(keluarga)):
        periksa_penjelasan(kode)


def periksa_penjelasan(kode: str) -> None:
    teks = teks_jelaskan(jelaskan(kode.lower()))
    entri = KATALOG[kode]
    assert teks.startswith(f"{kode}  {entri.judul.split()[0]}")
    assert f"{entri.tingkat} · {KELUARGA[kode[:3]]}" in teks
    assert all(f"\n{judul}\n" in teks for judul in ("Salah", "Benar", "Alasan", "Langkah berikutnya"))
    for contoh in (entri.salah, entri.benar):
        assert all(f"    {baris}\n" in teks for baris in contoh.split("\n") if baris and baris.isprintable())


@pytest.mark.parametrize("awalan", sorted(KELUARGA))
def test_keluarga_menyebut_semua_kodenya(awalan: str) -> None:
    isi = jelaskan(awalan.lower())
    assert isinstance(isi, PenjelasanKeluarga)
    teks = teks_jelaskan(isi)
    assert all(kode in teks for kode in KATALOG if kode.startswith(awalan))


# Indikator


@pytest.mark.parametrize("metode", SEMUA, ids=lambda satu: satu.tahun)
def test_setiap_indikator_setiap_tahun_dapat_dijelaskan(metode: Metode) -> None:
    for baris in metode.indikator:
        periksa_indikator(metode, baris)


def periksa_indikator(metode: Metode, baris: Indikator) -> None:
    teks = teks_jelaskan(jelaskan_indikator(baris.kode, metode, SEMUA))
    assert max(cell_len(satu) for satu in teks.splitlines()) <= 80
    assert teks.startswith(f"{baris.nomor} {baris.kode} · ")
    assert all(f"\n  {kunci} " in teks for kunci in baris.sumber)
    rapat = " ".join(teks.split())
    bagian = [*(baris.tingkat or {}).values(), *baris.catatan, *baris.alternatif, baris.bukti or ""]
    assert [satu for satu in bagian if " ".join(satu.split()) not in rapat] == []


@pytest.mark.parametrize("metode", SEMUA, ids=lambda satu: satu.tahun)
def test_contoh_fakta_mencapai_tingkat_yang_disebut(metode: Metode) -> None:
    for baris in (satu for satu in metode.indikator if satu.aturan):
        periksa_contoh_fakta(metode, baris)


def periksa_contoh_fakta(metode: Metode, baris: Indikator) -> None:
    contoh = contoh_fakta(baris, metode.tahun)
    assert contoh is not None
    dibaca = ryaml.loads(f"fakta: {tulis_fakta(contoh[0])}")["fakta"]
    bentuk = bentuk_fakta(baris)
    assert bentuk is not None
    assert list(periksa_bentuk(bentuk, dibaca)) == []
    fakta = baca_isian(dibaca)
    assert fakta == contoh[0]
    bacaan = baca_fakta(baris, fakta, metode.tahun)
    assert bacaan is not None
    assert (bacaan.tingkat, bacaan.masalah) == (contoh[1], None)
    assert contoh[1] == 3


def test_indikator_dicari_menurut_kode_nomor_dan_nama() -> None:
    assert indikator("5B", 2026).indikator.kode == "pengangguran_capaian"
    assert indikator("regulasi inovasi daerah", 2026).indikator.nomor == "16"
    assert indikator("Alat_Kerja", 2024).indikator.kode == "alat_kerja"


def test_nama_dari_tahun_lain_menemukan_indikator_yang_sama() -> None:
    dicari = indikator("Alat Kerja", 2020)
    assert (dicari.indikator.nama, dicari.metode.tahun) == ("Penggunaan IT", 2020)


def test_tanpa_tahun_memakai_tahun_terbaru_yang_memuatnya() -> None:
    assert indikator("regulasi").metode.tahun == tahun_tersedia()[-1]
    assert indikator("renstra").metode.tahun == 2020


def test_spd_dijelaskan_dengan_cara_memperoleh_bilangannya() -> None:
    isi = indikator("pad", 2026)
    teks = teks_jelaskan(isi)
    assert "(T-1 − T-2) ÷ T-2 × 100" in " ".join(teks.split())
    assert "T-1 = 2025, T-2 = 2024" in teks
    assert isi.contoh is not None
    assert isi.contoh.fakta == "{2024: 100, 2025: 133.85}"
    assert "hanya ditemukan untuk satu tahun" in teks


def test_sumber_dieja_dan_kepastian_disebut() -> None:
    isi = indikator("regulasi", 2026)
    assert isi.sumber[0] == ("simonda", isi.metode.sumber["simonda"])
    assert "kepastian kuat" in teks_jelaskan(isi)


def test_riwayat_hanya_tahun_yang_berubah() -> None:
    isi = indikator("regulasi", 2026)
    assert [(satu.dari, satu.ke) for satu in isi.riwayat] == [
        (2020, 2021),
        (2021, 2022),
        (2024, 2025),
        (2025, 2026),
    ]
    hal = {satu.ke: {perubahan.hal for perubahan in satu.perubahan} for satu in isi.riwayat}
    assert "bobot" in hal[2021]
    assert "fakta, perkada" in hal[2026]
    teks = teks_jelaskan(isi)
    assert "berlaku sejak 2026" in teks
    assert "bobot 7 menjadi 4" in teks


def test_riwayat_menyebut_indikator_yang_hilang_dan_yang_muncul() -> None:
    (langkah,) = indikator("renstra", 2020).riwayat
    assert (langkah.dari, langkah.ke, langkah.ada) == (2020, 2021, (True, False))
    assert indikator("rkpd", 2026).riwayat[0].ada == (False, True)


def test_tidak_berubah_dikatakan() -> None:
    metode = SEMUA[-1]
    isi = jelaskan_indikator("regulasi", metode, (metode, metode))
    assert isi.riwayat == ()
    assert "Tidak berubah pada" in teks_jelaskan(isi)


# Yang tidak ada


@pytest.mark.parametrize(
    ("kata", "maksud"),
    [("regulasy", "regulasi"), ("alat kerjaa", "alat_kerja"), ("pedoman", "pedoman_teknis")],
)
def test_salah_ketik_diberi_saran(kata: str, maksud: str) -> None:
    with pytest.raises(GalatPemakaian) as galat:
        jelaskan(kata)
    assert f'"{maksud}"' in galat.value.petunjuk


def test_kode_yang_tidak_ada_menunjuk_keluarganya() -> None:
    with pytest.raises(GalatPemakaian) as galat:
        jelaskan("skm999")
    assert galat.value.petunjuk == "Lihat kode yang ada dengan `indeks jelaskan SKM`."


def test_indikator_tahun_lain_disebut_tahunnya() -> None:
    with pytest.raises(GalatPemakaian) as galat:
        jelaskan("renstra", 2026)
    assert "2020" in galat.value.petunjuk
    with pytest.raises(GalatPemakaian):
        jelaskan("regulasi", 1999)
    with pytest.raises(KeyError):
        jelaskan_indikator("tiada", SEMUA[-1], SEMUA)


@pytest.mark.parametrize("kata", ["", " ", JAHAT, "%0A", "x" * 5000])
def test_kata_apa_pun_tidak_merusak(kata: str) -> None:
    with pytest.raises(GalatPemakaian):
        jelaskan(kata)


def test_isi_berkas_tahun_tidak_mengendalikan_terminal() -> None:
    baris = SEMUA[-1].indikator[20]
    jahat = baris.model_copy(
        update={"nama": JAHAT, "bukti": JAHAT, "catatan": (JAHAT,), "tingkat": {1: JAHAT, 2: JAHAT, 3: JAHAT}}
    )
    metode = SEMUA[-1].model_copy(update={"indikator": (jahat,), "nama": JAHAT, "sumber": {"simonda": JAHAT}})
    teks = teks_jelaskan(jelaskan_indikator(jahat.kode, metode, (metode,)))
    assert [satu for satu in teks if not satu.isprintable() and satu != "\n"] == []
    assert "[red]" in teks
    assert "<script>" in teks


def test_perintah_mencetak_satu_laporan(capsys: pytest.CaptureFixture[str]) -> None:
    assert perintah("KTN701") == 0
    assert capsys.readouterr().out == teks_jelaskan(KATALOG["KTN701"])


# Uraian aturan


@pytest.mark.parametrize(
    ("rentang", "teks"),
    [
        (Rentang(min=Fraction(1), maks=Fraction(10)), "1 s.d. 10 orang"),
        (Rentang(min=Fraction(31)), "31 orang atau lebih"),
        (Rentang(maks=Fraction(204, 100)), "2,04 orang atau kurang"),
        (Rentang(min=Fraction(3), maks=Fraction(3)), "3 orang"),
        (Rentang(), "berapa pun orang"),
    ],
)
def test_rentang_untuk_manusia(rentang: Rentang, teks: str) -> None:
    assert teks_rentang(rentang, "orang") == teks


def test_pilihan_dua_tingkat_dikatakan_tidak_diputuskan() -> None:
    uraian = uraikan_aturan(AturanPilihan(jenis="pilihan", tingkat={"a": (2, 1), "b": (3,)}))
    isi = {satu.pilihan: satu.isi for satu in uraian.butir}
    assert isi["a"].startswith("tingkat 1 atau 2; ")
    assert isi["b"] == "tingkat 3"


@pytest.mark.parametrize(
    ("isian", "kode"),
    [
        ("urusan", URUSAN),
        ("Status", ("draf", "terkirim", "diterima", "ditolak")),
        ("tahapan", ("inisiatif", "uji_coba", "penerapan")),
        ("inisiator", ("kepala_daerah", "dprd", "opd", "asn", "masyarakat")),
        ("jenis", ("digital", "non_digital", "teknologi")),
        ("bentuk", ("tata_kelola", "pelayanan_publik", "lainnya")),
        ("klaster", ("tertinggal", "perbatasan", "papua")),
    ],
)
def test_isian_berpilihan_dijelaskan(isian: str, kode: Iterable[str]) -> None:
    hasil = indeks("jelaskan", isian)
    assert hasil.kode == 0
    ditulis = {baris.split()[0] for baris in hasil.keluar.splitlines() if baris.startswith("  ")}
    assert set(kode) <= ditulis


def test_kata_yang_bukan_apa_apa_tidak_disarankan_keliru() -> None:
    hasil = indeks("jelaskan", "sangat inovatif")
    assert hasil.kode == 2
    assert "Mungkin maksud Anda" not in hasil.galat
