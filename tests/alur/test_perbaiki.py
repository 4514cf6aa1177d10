"""Perbaikan aman: hanya nilai di jalurnya yang berubah, putaran kedua tidak mengubah apa pun."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from indeksinovasi.alur.repositori import akar_repositori
from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.berkas.suntingan import isi_pada, sama_persis
from indeksinovasi.inti.model.temuan import Temuan, teks_jalur
from tests.berkas.test_suntingan import semua_jalur
from tests.daerah_uji import AKAR, indeks, inovasi, tulis_daerah
from tests.profil import LENGKAP

KASUS = sorted(
    satu for satu in (AKAR / "tests/kasus").glob("[!K]*/gagal_*") if (satu / "daerah.yaml").exists()
)
_NILAI_POLOS = re.compile(rb"^ *[\w-]+: [^\s#|>&*!{\[\"'][^\r\n#]*(?=\r?$)", re.MULTILINE)
GAYA: dict[str, Callable[[bytes], bytes]] = {
    "apa adanya": lambda isi: isi,
    "crlf": lambda isi: isi.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "bom": lambda isi: isi if isi.startswith(b"\xef\xbb\xbf") else b"\xef\xbb\xbf" + isi,
    "komentar": lambda isi: b"# kepala: [\n" + isi,
    "ekor": lambda isi: _NILAI_POLOS.sub(rb"\g<0>  # ekor: [", isi),
    "tab": lambda isi: _NILAI_POLOS.sub(rb"\g<0>\t", isi),
}


def salin(asal: Path, ke: Path, gaya: Callable[[bytes], bytes]) -> Path:
    shutil.copytree(asal, ke, symlinks=True)
    for satu in ke.rglob("*.yaml"):
        if satu.is_file() and not satu.is_symlink():
            satu.write_bytes(gaya(satu.read_bytes()))
    return ke


def berbeda(lama: Any, baru: Any) -> Iterator[str]:
    """Jalur daun yang nilainya berbeda."""
    for jalur in {*semua_jalur(lama), *semua_jalur(baru)}:
        kiri, kanan = isi_pada(lama, jalur), isi_pada(baru, jalur)
        if not isinstance(kiri, dict | list) and not sama_persis(kiri, kanan):
            yield teks_jalur(jalur)


def periksa(satu: Temuan) -> None:
    bita = Path(satu.berkas).read_bytes()
    teks = bita.decode("utf-8-sig")
    baru, banyak = terapkan_perbaikan(teks, [satu.perbaikan])
    lama = urai(teks.encode(), "")
    assert banyak == 1
    if not lama.temuan:
        sesudah = urai(baru.encode(), "")
        assert not sesudah.temuan
        assert list(berbeda(lama.data, sesudah.data)) == [satu.jalur], satu


def isi_semua(folder: Path) -> dict[Path, bytes]:
    return {satu: satu.read_bytes() for satu in folder.rglob("*") if satu.is_file()}


@pytest.mark.parametrize("gaya", GAYA if LENGKAP else ["apa adanya"])
def test_semua_kasus(gaya: str, tmp_path: Path) -> None:
    """Setiap perbaikan hanya mengubah jalurnya, menghilangkan temuannya, dan habis dalam satu perintah."""
    diperbaiki = 0
    for nomor, asal in enumerate(KASUS):
        folder = salin(asal, tmp_path / str(nomor), GAYA[gaya])
        semua, _ = validasi(PermintaanValidasi((str(folder),)))
        aman = [satu for satu in semua if satu.perbaikan.aman]
        if not aman:
            continue
        for satu in aman:
            periksa(satu)
        assert indeks("validasi", folder, "--perbaiki").kode in (0, 1)
        sesudah, _ = validasi(PermintaanValidasi((str(folder),)))
        assert not [satu for satu in sesudah if satu.perbaikan.aman], asal
        sebelum = isi_semua(folder)
        indeks("validasi", folder, "--perbaiki")
        assert isi_semua(folder) == sebelum
        diperbaiki += 1
    assert diperbaiki >= 5


CATATAN = {
    **inovasi(2024),
    "status": "Terkirim",
    "tahapan": "Uji Coba",
    "kematangan": "59,02",
    "waktu": {"penerapan": "31-12-2023"},
    "koordinat": {"lintang": "-7,257", "bujur": "112,7"},
    "indikator": {"regulasi": {"parameter": 2, "bukti": [{"berkas": "bukti\\sk.pdf", "nomor": "1"}]}},
}


@pytest.fixture
def daerah(tmp_path: Path) -> Path:
    return tulis_daerah(tmp_path / "d", 2024, {"dinkes/a": CATATAN, "dinkes/b": CATATAN})


def test_beda_tidak_menulis(daerah: Path) -> None:
    sebelum = isi_semua(daerah)
    for pilihan in (("--beda",), ("--perbaiki", "--beda")):
        hasil = indeks("validasi", daerah, *pilihan)
        assert hasil.kode == 1
        assert isi_semua(daerah) == sebelum
        baris = hasil.keluar.splitlines()
        assert sum(satu.startswith("--- a/") for satu in baris) == 2
        for harapan in ("59.02", "2023-12-31", "uji_coba", "bukti/sk.pdf", "lintang: -7.2570"):
            assert sum(satu.startswith("+") and harapan in satu for satu in baris) == 2, harapan


@pytest.mark.skipif(shutil.which("git") is None, reason="git tidak terpasang")
def test_beda_dapat_diterapkan_git(daerah: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hasil ``git apply`` sama bita demi bita dengan ``--perbaiki``: BOM, ganti baris, dan nama apa pun."""
    akar_repositori.cache_clear()
    isi = {
        "bom": b"\xef\xbb\xbfnama: A #b\nstatus: Terkirim",
        "crlf": b"nama: A: b\r\nstatus: Terkirim\r\n",
        "cr": b"nama: A #b\rstatus: Terkirim\r",
        "nama \u00fc": b"nama: A\nstatus: Terkirim\n",
    }
    if os.name != "nt":
        isi['nama "\t\\\u202e'] = b"nama: A\nstatus: Terkirim\n"
    for nama, bita in isi.items():
        (daerah / f"2024/dinkes/{nama}.yaml").write_bytes(bita)
    salinan = shutil.copytree(daerah, daerah.parent / "salinan")
    monkeypatch.chdir(salinan)
    subprocess.run(["git", "init", "-q"], check=True)
    beda = indeks("validasi", ".", "--beda").keluar
    subprocess.run(["git", "apply"], input=beda.encode(), check=True)
    indeks("validasi", daerah, "--perbaiki")
    harapan = {jalur.relative_to(daerah): bita for jalur, bita in isi_semua(daerah).items()}
    assert {satu: (salinan / satu).read_bytes() for satu in harapan} == harapan
    assert harapan[Path("2024/dinkes/cr.yaml")] == b"nama: 'A #b'\rstatus: terkirim\r"
    assert harapan[Path("2024/dinkes/bom.yaml")] == b"\xef\xbb\xbfnama: 'A #b'\nstatus: terkirim"


def test_perbaiki_menulis_dan_melaporkan_sisanya(daerah: Path) -> None:
    hasil = indeks("validasi", daerah, "--perbaiki", "--format", "json")
    isi = json.loads(hasil.keluar)
    assert [satu["tindakan"] for satu in isi["tulis"]] == ["ubah", "ubah"]
    assert not [satu for satu in isi["temuan"] if satu.get("perbaikan", {}).get("aman")]
    assert not [satu for satu in isi["temuan"] if satu["kode"] in ("SKM104", "SKM105", "SKM108")]


def test_berkas_yang_tidak_dapat_ditulis(daerah: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Menjadi temuan dengan kode keluar 1; berkas lain tetap diperbaiki."""
    from indeksinovasi.berkas.suntingan import simpan_naskah as asli

    def tertutup(naskah: Any, teks: str) -> bool:
        if naskah.jalur.name == "a.yaml":
            raise PermissionError
        return asli(naskah, teks)

    monkeypatch.setattr("indeksinovasi.alur.perbaiki.simpan_naskah", tertutup)
    lama = isi_semua(daerah)
    hasil = indeks("validasi", daerah, "--perbaiki", "--format", "json")
    isi = json.loads(hasil.keluar)
    assert hasil.kode == 1
    assert [satu["berkas"][-6:] for satu in isi["temuan"] if satu["kode"] == "BRK001"] == ["a.yaml"]
    kini = isi_semua(daerah)
    assert [jalur.name for jalur in lama if kini[jalur] != lama[jalur]] == ["b.yaml"]


def test_tautan_di_dalam_data_diperbaiki_lewat_berkasnya(daerah: Path) -> None:
    """Sekali, tetap tautan, dan tanpa temuan bahwa berkasnya berubah."""
    tautan = daerah / "2024/dinkes/b.yaml"
    tautan.unlink()
    try:
        tautan.symlink_to("a.yaml")
    except OSError:
        pytest.skip("sistem ini tidak mengizinkan tautan simbolik")
    isi = json.loads(indeks("validasi", daerah, "--perbaiki", "--format", "json").keluar)
    assert [satu["tindakan"] for satu in isi["tulis"]] == ["ubah"]
    assert [satu for satu in isi["temuan"] if satu["kode"] == "BRK001"] == []
    assert tautan.is_symlink()
    assert b"status: terkirim" in (daerah / "2024/dinkes/a.yaml").read_bytes()


def test_berkas_yang_berubah_sesudah_diperiksa_disunting_menurut_isinya_kini(
    daerah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letak perbaikan dari pemeriksaan semula tidak pernah dipakai atas isi lain."""
    from indeksinovasi.berkas.suntingan import baca_naskah as asli

    milik_orang = "# satu\n# dua\nnama: Kelas\nstatus: Terkirim # kini\ntujuan: Uji Coba\n"

    def lalu_berubah(jalur: Path) -> Any:
        jalur.write_text(milik_orang, encoding="utf-8", newline="\n")
        return asli(jalur)

    monkeypatch.setattr("indeksinovasi.alur.perbaiki.baca_naskah", lalu_berubah)
    indeks("validasi", daerah, "--perbaiki")
    for nama in ("a", "b"):
        teks = (daerah / f"2024/dinkes/{nama}.yaml").read_text(encoding="utf-8")
        assert teks == milik_orang.replace("Terkirim", "terkirim")


def bukti(isi: str) -> str:
    return f"indikator: {{regulasi: {{parameter: 1, bukti: [{{{isi}}}]}}}}"


def bukti_baris(isi: str) -> str:
    return f"indikator:\n  regulasi:\n    parameter: 1\n    bukti:\n      - {isi}"


WAKTU = "waktu:\n  penerapan: 2023-02-20\n  uji_coba: 2022-01-01"
DIBETULKAN = [
    # Belum terbaca: petik di sekitar titik dua, spasi biasa, dan tanda # di dalam kurung.
    ("nama: Posyandu: Sehat # ini", "nama: 'Posyandu: Sehat' # ini"),
    ("nama: Rapat: Senin #1 besar", "nama: 'Rapat: Senin #1 besar'"),
    ("nama: Rapat: Senin\n  # catatan", "nama: 'Rapat: Senin'\n  # catatan"),
    ("nama: Bapak's: hari", "nama: 'Bapak''s: hari'"),
    ("nama: Posyandu:", "nama: 'Posyandu:'"),
    ("nama:\u00a0Posyandu", "nama: Posyandu"),
    ("nama:\u3000A\ntujuan:\u200bB", "nama: A\ntujuan: B"),
    ("nama: Si: Cepat\ntujuan: A: b", "nama: 'Si: Cepat'\ntujuan: 'A: b'"),
    ("waktu:\n \u00a0penerapan: 2023-02-20\n  uji_coba: 2022-01-01", WAKTU),
    (bukti("tautan: a, tentang: SK #2"), bukti("tautan: a, tentang: 'SK #2'")),
    # Tanda # memotong teks bebas; komentar yang sungguh tetap komentar.
    ("nama: Gerakan #Sehat Bersama", "nama: 'Gerakan #Sehat Bersama'"),
    ("nama: Gerakan #Sehat # bukan", "nama: 'Gerakan #Sehat' # bukan"),
    ("nama: Gerakan\n  Maju #Sehat", "nama: 'Gerakan Maju #Sehat'"),
    ("nama: #SalamSehat", "nama: '#SalamSehat'"),
    (bukti_baris("berkas: SK #2.pdf"), bukti_baris("berkas: 'SK #2.pdf'")),
    ("kematangan: 59,02 #sic", "kematangan: 59.02 #sic"),
    # Label, tanggal, bilangan, dan garis miring, dalam gaya tulisan mana pun.
    ('tahapan: "Uji\n  Coba"', 'tahapan: "uji_coba"'),
    ("status: >-\n  Terkirim", "status: terkirim"),
    ("status: TERKIRIM # draf", "status: terkirim # draf"),
    ("status: TERKIRIM\t# draf", "status: terkirim\t# draf"),
    ("status: TERKIRIM \t", "status: terkirim \t"),
    ("? status # a\n: TERKIRIM # b", "? status # a\n: terkirim # b"),
    ("status: >- # a\n  TERKIRIM\n# b", "status: terkirim # a\n# b"),
    ("status: # a\n  TERKIRIM # b", "status: # a\n  terkirim # b"),
    ("urusan_lain: [Sosial, KB]", "urusan_lain: [sosial, pengendalian_penduduk_keluarga_berencana]"),
    ("waktu: {penerapan: 17 Agustus 2023}", "waktu: {penerapan: 2023-08-17}"),
    (bukti("tautan: a, nomor: 188.450"), bukti("tautan: a, nomor: '188.450'")),
    (bukti("berkas: 'bukti\\sk.pdf'"), bukti("berkas: 'bukti/sk.pdf'")),
]
DIBIARKAN = [
    "waktu: penerapan: 2024-01-01",  # dua kunci pada satu baris
    "nama: A tahapan: penerapan",  # dua isian pada satu baris
    "nama: Rapat: Senin\n  dan Selasa",  # teksnya berlanjut
    "nama: Rapat: Senin\n\n  dan Selasa",
    "status: terkirim: ya",  # bukan isian teks
    "indikator: Regulasi: parameter 2",
    bukti_baris("tautan: https://a.id/b.pdf:"),  # alamat tidak berujung titik dua
    "rancang_bangun: |\nMasalah: air: kotor",  # teks yang lupa dijorokkan
    "rancang_bangun: |\n  Waktu:\u00a0pagi\n  b\nurusan: a: b",  # spasi khusus di dalam teks
    "status: terkirim #ok",  # nilainya sah; ekornya komentar
    "waktu:\n  penerapan: 2023-02-20 #SK",
    "urusan_lain:\n  - sosial #x",
    bukti_baris("tautan: https://a.id/b #bagian"),
    bukti_baris("berkas: bukti/sk.pdf #asli"),
    bukti("berkas: C:\\Users\\sk.pdf"),
    "kematangan: '2,125'",  # koma sebelum tiga angka
    "kematangan: 0,125",
    "kematangan: 59, 02",
    "kematangan: 1.234,5",
    "kematangan: 2.000",
    "koordinat: {lintang: 0,12, bujur: 117,47}",  # menyentuh dua isian
    "status: Terkirm",  # salah ketik tidak pernah pasti
    "waktu: {penerapan: 17-8-23}",
    "waktu: {penerapan: 31-02-2023}",
    "status: !!str Terkirim",
    "tujuan: &t A\nmanfaat: *t\nstatus: Terkirim",
]


def _perbaiki_semua(folder: Path, semua: list[str]) -> list[str]:
    """Tiap teks menjadi satu catatan (yang tidak menyebutnya bernama); isinya sesudah ``--perbaiki``."""
    kepala, sisa = "nama: A\n", "\nbentuk: tata_kelola\n"
    for nomor, tertulis in enumerate(semua):
        isi = tertulis + sisa if "nama:" in tertulis else kepala + tertulis + sisa
        (folder / f"2024/dinkes/k{nomor}.yaml").write_text(isi, encoding="utf-8", newline="\n")
    indeks("validasi", folder, "--perbaiki")
    kini = isi_semua(folder)
    indeks("validasi", folder, "--perbaiki")
    assert isi_semua(folder) == kini
    teks = [
        kini[folder / f"2024/dinkes/k{n}.yaml"].decode("utf-8").removesuffix(sisa) for n in range(len(semua))
    ]
    return [
        satu if "nama:" in asal else satu.removeprefix(kepala) for satu, asal in zip(teks, semua, strict=True)
    ]


def test_yang_pasti_dibetulkan(daerah: Path) -> None:
    assert _perbaiki_semua(daerah, [satu for satu, _ in DIBETULKAN]) == [satu for _, satu in DIBETULKAN]


def test_yang_meragukan_tidak_disentuh(daerah: Path) -> None:
    assert _perbaiki_semua(daerah, DIBIARKAN) == DIBIARKAN
