"""Mengenali yang tidak dibaca tetapi tampaknya dimaksud: catatan di tempat lain, nama yang hampir benar.

Isi hanya dilirik untuk berkas yang tidak dibaca siapa pun, jadi pohon yang rapi tidak membayar apa pun.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from pathlib import PurePath
from typing import Literal

from indeksinovasi.berkas.batas import BATAS_DILIRIK, BATAS_LIRIK, BATAS_TERSASAR
from indeksinovasi.berkas.buka import baca_awal
from indeksinovasi.berkas.entri import EntriFolder
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.angka import ABAD_INI
from indeksinovasi.inti.model.temuan import Masalah

BERKAS_DAERAH = "daerah.yaml"
BERKAS_HASIL = "hasil_resmi.yaml"
BERKAS_SPD = "spd.yaml"
BERKAS_DIKENAL = (BERKAS_DAERAH, BERKAS_HASIL, BERKAS_SPD)
LetakFolder = Literal["luar", "daerah", "dalam_daerah", "tahun", "opd", "dalam_opd"]
_AKHIRAN_YAML = re.compile(r"(?:\.ya?ml)+(?:\.txt)?$")
_PEMISAH_NAMA = re.compile(r"[\s_-]+")
_ISI_CATATAN = (
    re.compile(rb"^\s*nama[ \t]*:", re.MULTILINE),
    re.compile(rb"^\s*tahapan[ \t]*:", re.MULTILINE),
)
_ISI_FORMULIR = b'"formulir-indeks"'
_AKHIRAN_TABEL = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
_ISI_LAIN: dict[str, re.Pattern[bytes]] = {
    BERKAS_HASIL: re.compile(rb"^hasil[ \t]*:(?=(?s:.*)\bsumber[ \t]*:)", re.MULTILINE),
    BERKAS_SPD: re.compile(rb"^total[ \t]*:[ \t]*\d", re.MULTILINE),
}
_ANGKA_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DUA_ANGKA = re.compile(r"\d{2}")
_HIASAN_TAHUN = re.compile(
    r"tahun|thn|th|ta|data|inovasi|iid|revisi|rev|final|fix|baru|lama|salinan|copy|kopi|of|v?\d|[^a-z0-9]+"
)


def normal(nama: str) -> str:
    """Bentuk pembanding nama berkas: tanpa beda huruf besar, spasi, dan susunan Unicode."""
    rapi = unicodedata.normalize("NFKC", nama).casefold().strip()
    return _PEMISAH_NAMA.sub("_", "".join(satu for satu in rapi if unicodedata.category(satu) != "Cf"))


def nama_dikenal(nama: str) -> str | None:
    """Nama baku yang hampir sama dengan *nama* (``Daerah.yml`` → ``daerah.yaml``)."""
    pangkal, cocok = _pangkal(nama)
    dasar = f"{pangkal.strip('_')}.yaml"
    if not cocok:
        return None
    return next((satu for satu in BERKAS_DIKENAL if satu == dasar or satu.replace("_", "") == dasar), None)


def _pangkal(nama: str) -> tuple[str, bool]:
    rapi = normal(nama)
    cocok = _AKHIRAN_YAML.search(rapi.rstrip("._"))
    return (rapi[: cocok.start()], True) if cocok else (rapi, False)


def mirip_catatan(jalur: str) -> bool:
    """Isi berkas memuat ``nama:`` dan ``tahapan:``; ``False`` bila tidak terbaca."""
    try:
        awal = baca_awal(jalur, BATAS_LIRIK)
    except OSError:
        return False
    return all(satu.search(awal) for satu in _ISI_CATATAN)


def _memuat(jalur: str, isi: bytes) -> bool:
    try:
        return isi in baca_awal(jalur, BATAS_LIRIK)
    except OSError:
        return False


def mirip_berkas_lain(jalur: str) -> str | None:
    """Nama baku berkas daerah atau tahun yang isinya begini; ``None`` bila bukan, atau tidak terbaca."""
    try:
        awal = baca_awal(jalur, BATAS_LIRIK)
    except OSError:
        return None
    return next((nama for nama, isi in _ISI_LAIN.items() if isi.search(awal)), None)


def mirip_tahun(nama: str, ada: Container[int]) -> Masalah | None:
    """BRK022 bila folder *nama* tampaknya folder tahun yang salah tulis; *ada*: tahun yang sudah dibaca."""
    rapi = unicodedata.normalize("NFKC", nama).casefold().strip()
    angka = _ANGKA_TAHUN.search(rapi)
    if angka and not _HIASAN_TAHUN.sub("", rapi.replace(angka.group(), " ")):
        tahun = int(angka.group())
    elif _DUA_ANGKA.fullmatch(rapi) and rapi.isascii():
        tahun = ABAD_INI + int(rapi)
    else:
        return None
    if nama == str(tahun) and tahun not in ada:
        pesan = f"folder {nama} memuat daerah.yaml, sehingga terbaca sebagai daerah lain"
        return Masalah("BRK022", (), pesan, "Pindahkan daerah.yaml itu keluar, atau hapus bila salinan.")
    if tahun in ada:
        petunjuk = f"Pindahkan yang diperlukan ke {tahun}/, lalu hapus folder ini."
    else:
        petunjuk = f"Ganti nama folder menjadi {tahun}."
    return Masalah("BRK022", (), f"folder {kutip(nama)} mirip folder tahun, tetapi tidak dibaca", petunjuk)


class PencariTersasar:
    """Menilai berkas yang tidak dibaca di satu folder; yang kesekian hanya disebut bahwa masih ada."""

    def __init__(self, letak: LetakFolder) -> None:
        self._letak: LetakFolder = letak
        self._disebut = self._dilirik = 0

    def lihat(self, satu: EntriFolder) -> Masalah | None:
        """Masalah berkas *satu*, atau ``None`` bila ia memang bukan data."""
        if self._disebut > BATAS_TERSASAR or not (masalah := self._nilai(satu)):
            return None
        self._disebut += 1
        if self._disebut > BATAS_TERSASAR:
            return masalah._replace(pesan=f"{masalah.pesan}; berkas lain di folder ini tidak disebut lagi")
        return masalah

    def _nilai(self, satu: EntriFolder) -> Masalah | None:
        if dikenal := nama_dikenal(satu.nama):
            return self._dikenal(satu.nama, dikenal)
        if satu.nama.lower().endswith((".json", *_AKHIRAN_TABEL)):
            return self._belum_diimpor(satu)
        yaml = _pangkal(satu.nama)[1]
        salah_akhiran = Masalah(
            "BRK011", (), _AKHIRAN, f"Ganti nama berkas menjadi {_berakhiran(satu.nama)}."
        )
        if yaml and not satu.nama.endswith(".yaml") and self._letak in ("daerah", "tahun", "opd"):
            return salah_akhiran
        if yaml and self._letak in ("tahun", "dalam_opd"):
            petunjuk = "" if self._lirik(satu.jalur) else _petunjuk_asing(satu.nama)
            return Masalah("BRK013", (), _SEBAB_LETAK[self._letak], petunjuk)
        polos = PurePath(satu.nama).suffix.lower() in ("", ".txt")
        if not (yaml or polos):
            return None
        if not self._lirik(satu.jalur):
            return self._salah_nama(satu)
        if self._letak == "opd":
            return salah_akhiran
        return Masalah("BRK013", (), _SEBAB_LETAK[self._letak])

    def _belum_diimpor(self, satu: EntriFolder) -> Masalah | None:
        """BRK011 bagi simpanan formulir dan tabel inovasi di folder data: isinya baru masuk sesudah diimpor.

        Di folder daerah tabel lazim disimpan sebagai arsip, jadi di sana tidak disebut.
        """
        formulir = satu.nama.lower().endswith(".json")
        if self._letak not in ("tahun", "opd") and not (formulir and self._letak == "daerah"):
            return None
        self._dilirik += 1
        if self._dilirik > BATAS_DILIRIK:
            return None
        if formulir:
            pesan = "simpanan formulir ini belum tentu masuk ke catatan"
            return Masalah("BRK011", (), pesan, _IMPOR) if _memuat(satu.jalur, _ISI_FORMULIR) else None
        from indeksinovasi.berkas.tabel_tersasar import memuat_inovasi

        pesan = "inovasi di tabel ini belum tentu masuk ke catatan"
        return Masalah("BRK011", (), pesan, _IMPOR) if memuat_inovasi(satu.jalur) else None

    def _salah_nama(self, satu: EntriFolder) -> Masalah | None:
        """BRK013 bagi ``hasil.yaml`` atau ``spd2024.yaml`` di folder daerah: namanya tidak dikenal."""
        if self._letak not in ("daerah", "dalam_daerah") or self._dilirik > BATAS_DILIRIK:
            return None
        if (dikenal := mirip_berkas_lain(satu.jalur)) is None:
            return None
        petunjuk = f"Bila memang {dikenal}, ganti namanya dan letakkan di {_RUMAH[dikenal]}."
        return Masalah("BRK013", (), f"isi berkas ini mirip {dikenal}, tetapi tidak dibaca", petunjuk)

    def _lirik(self, jalur: str) -> bool:
        self._dilirik += 1
        return self._dilirik <= BATAS_DILIRIK and mirip_catatan(jalur)

    def _dikenal(self, nama: str, dikenal: str) -> Masalah | None:
        """Berkas bernama baku, atau hampir baku, dengan tulisan atau di tempat yang tidak dibaca."""
        if self._letak not in _TEMPAT[dikenal]:
            pindah = f"Pindahkan berkas ke {_RUMAH[dikenal]}."
            return Masalah("BRK013", (), f"{dikenal} tidak dibaca dari folder ini", pindah)
        if nama == dikenal:
            return None
        if _berakhiran(nama) == dikenal:
            return Masalah("BRK011", (), _AKHIRAN, f"Ganti nama berkas menjadi {dikenal}.")
        pesan = f"nama berkas {kutip(nama)} hampir sama dengan {dikenal}, tetapi tidak dibaca"
        return Masalah("BRK023", (), pesan, f"Ganti nama berkas menjadi {dikenal}.")


def _petunjuk_asing(nama: str) -> str:
    """Langkah bagi YAML yang isinya bukan catatan: ``spd-2024.yaml`` tidak pernah disuruh ke folder OPD."""
    pangkal, _ = _pangkal(nama)
    for dikenal in BERKAS_DIKENAL:
        if pangkal.startswith(dikenal.removesuffix(".yaml")):
            return f"Bila memang {dikenal}, pindahkan ke {_RUMAH[dikenal]}; bila salinan, hapus."
    return "Bila catatan inovasi, pindahkan ke <tahun>/<opd>/; bila bukan, keluarkan dari folder tahun."


def _berakhiran(nama: str) -> str:
    """*nama* dengan akhiran yang benar; huruf dan spasi pangkalnya dipertahankan."""
    return f"{_AKHIRAN_TERTULIS.sub('', nama)}.yaml"


_AKHIRAN_TERTULIS = re.compile(r"(?:\.ya?ml)*(?:\.txt)?[\s.]*$", re.IGNORECASE)
_IMPOR = "Masukkan dengan `indeks impor` bila belum, lalu simpan berkas ini di luar folder data."
_AKHIRAN = "hanya berkas berakhiran .yaml yang dibaca"
_RUMAH = {
    BERKAS_DAERAH: "folder daerahnya",
    BERKAS_HASIL: "folder daerah, di sebelah daerah.yaml",
    BERKAS_SPD: "<tahun>/spd.yaml",
}
_TEMPAT: dict[str, tuple[LetakFolder, ...]] = {
    BERKAS_DAERAH: ("daerah", "luar", "dalam_daerah"),
    BERKAS_HASIL: ("daerah",),
    BERKAS_SPD: ("tahun",),
}
_SEBAB_LETAK: dict[LetakFolder, str] = {
    "luar": "berkas ini mirip catatan inovasi, tetapi tidak berada di folder daerah mana pun",
    "daerah": "berkas ini mirip catatan inovasi, tetapi tidak berada di <tahun>/<opd>/",
    "dalam_daerah": "berkas ini mirip catatan inovasi, tetapi tidak berada di <tahun>/<opd>/",
    "tahun": "berkas ini tidak berada di folder OPD sehingga tidak dibaca",
    "opd": "berkas ini tidak dibaca",
    "dalam_opd": "berkas ini terlalu dalam di folder OPD sehingga tidak dibaca",
}
