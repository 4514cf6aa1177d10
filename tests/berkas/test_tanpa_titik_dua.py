"""Kunci tanpa titik dua ditunjuk di barisnya sendiri, bukan di titik dua yang benar sesudahnya."""

from __future__ import annotations

import pytest

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import muat_inovasi, susun_kamus, temuan_dari
from indeksinovasi.inti.model.temuan import Temuan
from tests.daerah_uji import CATATAN as LENGKAP
from tests.daerah_uji import metode

CATATAN = """\
nama: Posyandu Digital
status: terkirim
tahapan: penerapan
waktu: {penerapan: 2023-02-20}
"""


def _satu(teks: str) -> Temuan:
    (temuan,) = urai(teks.encode(), "a.yaml").temuan
    return temuan


@pytest.mark.parametrize(
    ("semula", "menjadi", "letak", "tulis"),
    [
        ("nama: Posyandu Digital", "nama Posyandu Digital", (1, 1), "nama: Posyandu Digital"),
        ("nama: Posyandu Digital", "nama:Posyandu Digital", (1, 1), "nama: Posyandu Digital"),
        ("nama: Posyandu Digital", "nama = Posyandu", (1, 1), "nama: Posyandu"),
        ("nama: Posyandu Digital", "nama; Posyandu", (1, 1), "nama: Posyandu"),
        ("nama: Posyandu Digital", "nama\uff1a Posyandu", (1, 1), "nama: Posyandu"),
        ("status: terkirim", "status terkirim", (2, 1), "status: terkirim"),
        ("status: terkirim", "status:terkirim", (2, 1), "status: terkirim"),
        (
            "waktu: {penerapan: 2023-02-20}",
            "waktu:\n  penerapan 2023-02-20\n  uji_coba: 2022-01-01",
            (5, 3),
            "penerapan: 2023-02-20",
        ),
        (
            "waktu: {penerapan: 2023-02-20}",
            "waktu:\n  uji_coba: 2022-01-01\n  penerapan=2023-02-20",
            (6, 3),
            "penerapan: 2023-02-20",
        ),
    ],
)
def test_ditunjuk_dan_disebut_tulisannya(
    semula: str, menjadi: str, letak: tuple[int, int], tulis: str
) -> None:
    temuan = _satu(CATATAN.replace(semula, menjadi))
    assert (temuan.kode, temuan.baris, temuan.kolom) == ("BRK003", *letak)
    assert temuan.petunjuk == f"Tulis {tulis}, dengan titik dua dan satu spasi."
    assert urai(f"{tulis}\n".encode(), "a.yaml").temuan == ()


@pytest.mark.parametrize(
    ("baris", "kolom", "tulis"),
    [
        ("waktu: penerapan: 2023-02-20", 8, "waktu: {penerapan: 2023-02-20}"),
        ("    fakta: 2023: 1", 12, "fakta: {2023: 1}"),
        ("koordinat: lintang: -7.2", 12, "koordinat: {lintang: -7.2}"),
        ("  regulasi: parameter: 2", 13, "regulasi: {parameter: 2}"),
    ],
)
def test_dua_kunci_pada_satu_baris(baris: str, kolom: int, tulis: str) -> None:
    depan = {4: "indikator:\n  bimtek:\n", 2: "indikator:\n"}.get(len(baris) - len(baris.lstrip()), "")
    temuan = _satu(f"nama: a\n{depan}{baris}\n")
    assert (temuan.kode, temuan.baris, temuan.kolom) == ("BRK003", 2 + depan.count("\n"), kolom)
    assert temuan.petunjuk == f"Tulis {tulis}, dengan kurung kurawal."


def test_titik_dua_di_isian_teks_tetap_diapit_petik() -> None:
    assert "tanda petik" in _satu("nama: hasil: baik\nstatus: draf\n").petunjuk


def test_kunci_sendirian() -> None:
    temuan = _satu(CATATAN + "indikator:\n  regulasi\n    parameter: 2\n")
    assert (temuan.baris, temuan.kolom, temuan.petunjuk) == (6, 3, "Tulis regulasi: di sini.")


def test_kode_opd_yang_tidak_dikenal_tetap_ditunjuk_barisnya() -> None:
    temuan = _satu("nama: Kota\nperangkat_daerah:\n  dinas-kesehatan Dinas Kesehatan\n  dinas-sosial: x\n")
    assert (temuan.baris, temuan.kolom) == (3, 3)
    assert temuan.petunjuk == "Tulis titik dua dan satu spasi setelah kunci."


@pytest.mark.parametrize(
    "teks",
    [
        "tujuan: Teks\n  hasil baik\n  manfaat: x\n",
        "tujuan: |\n  hasil baik\n manfaat: x\n",
        'tujuan: "satu\n  hasil baik\n',
    ],
)
def test_lanjutan_teks_bukan_kunci(teks: str) -> None:
    """Baris lanjutan yang kebetulan berawal kata kunci tidak disuruh diberi titik dua."""
    assert all("hasil: baik" not in satu.petunjuk for satu in urai(teks.encode(), "a.yaml").temuan)


@pytest.mark.parametrize(("depan", "letak"), [("  ", (1, 3)), ("# catatan\n ", (2, 2))])
def test_spasi_di_depan_baris_pertama(depan: str, letak: tuple[int, int]) -> None:
    """Bukan dua dokumen: memindahkan sisanya ke berkas lain memecah catatannya."""
    temuan = _satu(depan + CATATAN)
    assert (temuan.kode, temuan.baris, temuan.kolom) == ("BRK003", *letak)
    assert temuan.petunjuk == "Hapus spasi di depan baris ini."


def test_dua_dokumen_tetap_dua_dokumen() -> None:
    temuan = _satu(f" {CATATAN}".replace("\n", "\n ").rstrip() + "\n---\nnama: lain\n")
    assert temuan.kode == "BRK007"


def test_judul_tidak_berlanjut_ke_baris_kunci_berhuruf_besar() -> None:
    temuan = _satu(CATATAN.replace("status: terkirim", "Status terkirim"))
    assert (temuan.kode, temuan.baris) == ("BRK003", 2)


@pytest.mark.parametrize("tanda", ["\u200b", "\ufeff", "\u00a0", "\u2003"])
def test_karakter_tak_tampak_di_depan_kunci(tanda: str) -> None:
    """Satu sebab, satu temuan: kuncinya tidak disuruh ditulis sekali lagi, dan bukan lanjutan judulnya."""
    dokumen = urai(LENGKAP.replace("status:", f"{tanda}status:").encode(), "a.yaml")
    semua = dokumen.temuan or temuan_dari(dokumen, muat_inovasi(dokumen, susun_kamus(metode(2024)))[1])
    (satu,) = semua
    assert (satu.baris, satu.kolom, "tidak tampak itu" in satu.petunjuk) == (2, 1, True)


def test_karakter_tak_tampak_sesudah_titik_dua_diganti_spasi() -> None:
    temuan = _satu(CATATAN.replace("status: ", "status:\u200b"))
    assert (temuan.kode, temuan.petunjuk) == ("BRK016", "Ketik ulang spasinya dengan spasi biasa.")


@pytest.mark.parametrize(
    ("baris", "kolom", "petunjuk"),
    [
        ("indikator: {regulasi: {parameter: 2}}}", 38, "Hapus kurung tutup yang berlebih."),
        ("urusan_lain: [sosial]]", 22, "Hapus kurung tutup yang berlebih."),
        ("indikator: {regulasi: {parameter: 2; fakta: perda}}", 36, "Pisahkan isiannya dengan koma."),
        ("waktu: {uji_coba: 2022-01-01; penerapan: 2023-01-01}", 29, "Pisahkan isiannya dengan koma."),
    ],
)
def test_kurung_berlebih_dan_titik_koma(baris: str, kolom: int, petunjuk: str) -> None:
    temuan = _satu(f"nama: a\n{baris}\nstatus: draf\n")
    assert (temuan.baris, temuan.kolom, temuan.petunjuk) == (2, kolom, petunjuk)
