"""Sebab sebuah berkas tidak terbaca sebagai YAML: golongan BRK, kalimat untuk manusia, dan titiknya."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import ryaml
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import DocumentStartEvent
from ruamel.yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
    Token,
)

from indeksinovasi.berkas.bagian_asing import bagian_asing
from indeksinovasi.berkas.batas import BATAS_TEMUAN, MASIH_ADA
from indeksinovasi.berkas.kedua import peristiwa_yaml, token_yaml
from indeksinovasi.berkas.letak import Letak, PetaBaris
from indeksinovasi.berkas.pemutus_kurung import pemutus_kurung
from indeksinovasi.berkas.posisi import susun_posisi
from indeksinovasi.berkas.salah import Salah
from indeksinovasi.berkas.sebab_lazim import sebab_lazim
from indeksinovasi.berkas.simpul import Simpul, semua_peta

_LETAK_RYAML = re.compile(r"at line (\d+) column (\d+)")
_PEMISAH_SAMAR = re.compile("[\x85\u2028\u2029]")
_TAB = re.compile(r"[ ]*\t")
_BARIS = re.compile("\r\n|\r|\n")
_BERISI = re.compile(r"[ ]*[^\s#]")
_TANDA_DOKUMEN = re.compile(r"---|\.\.\.")
_KURUNG_TUTUP = ("}", "]")
_DESIMAL = re.compile(r"[-+]?\d+\.\d+", re.ASCII)


def kesalahan_yaml(teks: str, pesan_ryaml: str) -> tuple[Salah, ...]:
    """Golongkan kegagalan ``ryaml`` atas *teks*; sekurangnya satu sebab."""
    if "duplicate entry" in pesan_ryaml and (ganda := tuple(kunci_ganda(teks))):
        return ganda
    if "more than one document" in pesan_ryaml:
        return (_dokumen_ganda(teks),)
    if "recursion limit" in pesan_ryaml or "repetition limit" in pesan_ryaml:
        letak = PetaBaris(teks).letak(_indeks_ryaml(teks, pesan_ryaml))
        return (Salah(letak, "BRK009", "susunan terlalu dalam"),)
    baris = PetaBaris(teks)
    galat = _galat_pengurai(teks)
    mark = (galat.problem_mark or galat.context_mark) if galat else None
    indeks = mark.index if mark else _indeks_ryaml(teks, pesan_ryaml)
    if (tab := _tab_di_indentasi(teks, baris, indeks)) is not None:
        return (Salah(tab, "BRK010", "indentasi memakai tab"),)
    if lazim := sebab_lazim(teks, indeks):
        return (lazim,)
    if bagian := bagian_asing(teks):
        return (bagian,)
    awal = baris.indeks(Letak(max(1, baris.letak(indeks).baris - 1), 1))
    if samar := _PEMISAH_SAMAR.search(teks, awal, indeks + 1):
        pesan = f"pemisah baris tersembunyi U+{ord(samar.group()):04X} memutus baris ini"
        return (Salah(baris.letak(samar.start()), "BRK008", pesan),)
    if "unhashable" in pesan_ryaml:
        pesan = "YAML tidak dapat dibaca: kunci harus berupa teks"
        return (Salah(_kunci_majemuk(teks), "BRK003", pesan, "Tulis kunci sebagai teks biasa."),)
    return (_sintaks(teks, baris, indeks, galat, pesan_ryaml),)


def _indeks_ryaml(teks: str, pesan: str) -> int:
    cocok = _LETAK_RYAML.search(pesan)
    return PetaBaris(teks, libyaml=True).indeks(Letak(int(cocok[1]), int(cocok[2]))) if cocok else 0


def _galat_pengurai(teks: str) -> MarkedYAMLError | None:
    try:
        for _ in peristiwa_yaml(teks):
            pass
    except MarkedYAMLError as galat:
        return galat
    except YAMLError:
        pass
    return None


def _tab_di_indentasi(teks: str, baris: PetaBaris, indeks: int) -> Letak | None:
    awal = baris.indeks(Letak(baris.letak(indeks).baris, 1))
    tab = _TAB.match(teks, awal)
    return baris.letak(tab.end() - 1) if tab else None


_PENJELASAN = (
    (
        "mapping values are not allowed",
        "titik dua di tempat yang tidak semestinya",
        "Apit nilai yang memuat titik dua dengan tanda petik, atau periksa baris sebelumnya.",
    ),
    (
        "cannot start any token",
        "karakter ini tidak boleh mengawali nilai",
        "Apit nilainya dengan tanda petik.",
    ),
    (
        "unknown escape",
        "urutan garis miring terbalik tidak dikenal",
        r"Pakai tanda petik tunggal, atau tulis \\.",
    ),
    (
        "expected hexdecimal",
        "urutan garis miring terbalik tidak dikenal",
        r"Pakai tanda petik tunggal, atau tulis \\.",
    ),
    ("invalid Unicode character escape", "karakter Unicode ini tidak sah", "Tulis karakternya langsung."),
    ("quoted scalar", "tanda petik tidak ditutup", "Tutup tanda petiknya."),
    ("flow mapping", "kurung kurawal tidak ditutup dengan benar", "Periksa koma dan tutup dengan }."),
    ("flow sequence", "kurung siku tidak ditutup dengan benar", "Periksa koma dan tutup dengan ]."),
    ("flow node", "isi kurung tidak lengkap atau tidak ditutup", "Periksa koma dan tutup kurungnya."),
    ("node content", "kurung tutup tanpa kurung buka", "Hapus, atau apit nilainya dengan tanda petik."),
    (
        "could not find expected ':'",
        "baris ini bukan pasangan kunci: nilai",
        "Tulis titik dua dan satu spasi setelah kunci.",
    ),
    (
        "block sequence entries",
        "tanda hubung daftar di tempat yang tidak semestinya",
        "Tulis daftar di baris baru, atau apit nilainya dengan tanda petik.",
    ),
    (
        "block scalar",
        "teks sesudah tanda | atau > harus dimulai di baris baru",
        "Pindahkan teksnya ke baris berikut.",
    ),
    (
        "expected key",
        "isi ini tidak menyambung dengan nilai sebelumnya",
        "Apit seluruh nilainya dengan tanda petik.",
    ),
    (
        "extra bracket",
        "kurung tutup ini tanpa kurung buka",
        "Hapus kurung tutup yang berlebih.",
    ),
    ("block collection", "indentasi baris ini tidak sejajar", "Sejajarkan dengan baris saudaranya."),
    ("block mapping", "indentasi baris ini tidak sejajar", "Sejajarkan dengan baris saudaranya."),
    (
        "invalid type: integer",
        "bilangan terlalu besar",
        "Betulkan bilangannya; bila berupa nomor atau kode, apit dengan tanda petik.",
    ),
)


def _sintaks(
    teks: str, baris: PetaBaris, indeks: int, galat: MarkedYAMLError | None, pesan_ryaml: str
) -> Salah:
    """Sebab yang lebih tepat daripada kata pengurainya bila ada; selainnya kata itu dalam bahasa kita."""
    keterangan = f"{galat.problem or ''} {galat.context or ''}" if galat else pesan_ryaml
    letak = baris.letak(indeks)
    if not teks[baris.indeks(Letak(letak.baris, 1)) : indeks].strip(" "):
        keterangan = keterangan.replace("expected key", "expected indentation")
    if "mapping values are not allowed" in keterangan and (awal := _menjorok(teks, baris, letak)):
        pesan = "YAML tidak dapat dibaca: baris ini menjorok lebih dalam daripada baris di atasnya"
        petunjuk = "Sejajarkan kuncinya, atau pindahkan nilai di atasnya ke baris baru."
        return Salah(awal, "BRK003", pesan, petunjuk)
    token = list(_token_sampai(teks, indeks))
    if (petik := _petik_menjalar(token, baris, indeks)) is not None:
        pesan = f"YAML tidak dapat dibaca: tanda petik ini baru tertutup di baris {letak.baris}"
        return Salah(baris.letak(petik), "BRK003", pesan, "Tutup tanda petik di baris ini.")
    pembuka = _pembuka(galat, keterangan, token)
    kurung = pembuka is not None and "flow" in keterangan and teks[pembuka] in "[{"
    if pembuka is not None and kurung and (memutus := pemutus_kurung(teks, pembuka, indeks)):
        return memutus
    if teks[indeks : indeks + 1] in _KURUNG_TUTUP:
        keterangan = keterangan.replace("expected key", "extra bracket")
    pesan, petunjuk = _jelaskan(keterangan)
    return Salah(letak if pembuka is None else baris.letak(pembuka), "BRK003", pesan, petunjuk)


def _pembuka(galat: MarkedYAMLError | None, keterangan: str, token: list[Token]) -> int | None:
    """Awal petik, kunci, atau kurung yang tidak selesai; ``None`` bila tempat gagalnya sendiri yang salah."""
    konteks = galat.context or "" if galat else ""
    if galat and galat.context_mark and ("simple key" in konteks or _petik_terbuka(konteks, keterangan)):
        return int(galat.context_mark.index)
    return _kurung_terbuka(token) if "flow" in keterangan else None


def _petik_terbuka(konteks: str, keterangan: str) -> bool:
    return "quoted" in konteks and "escape" not in keterangan


def _jelaskan(keterangan: str) -> tuple[str, str]:
    for penanda, kalimat, petunjuk in _PENJELASAN:
        if penanda in keterangan:
            return f"YAML tidak dapat dibaca: {kalimat}", petunjuk
    return "YAML tidak dapat dibaca", ""


def _menjorok(teks: str, baris: PetaBaris, letak: Letak) -> Letak | None:
    """Awal baris *letak* bila lebih menjorok daripada baris berisi di atasnya, yang sudah punya nilai."""
    awal = baris.indeks(Letak(letak.baris, 1))
    atas = next((satu for satu in reversed(teks[:awal].splitlines()) if satu.strip()), "")
    kini = teks[awal:].splitlines()[0]
    dalam = len(kini) - len(kini.lstrip(" "))
    bernilai = re.search(r":[ \t]+[^\s#|>]", atas) is not None
    return Letak(letak.baris, dalam + 1) if bernilai and dalam > len(atas) - len(atas.lstrip(" ")) else None


def _token_sampai(teks: str, indeks: int) -> Iterator[Token]:
    try:
        for token in token_yaml(teks):
            if token.start_mark.index >= indeks:
                return
            yield token
    except YAMLError:
        return


def _kurung_terbuka(token: list[Token]) -> int | None:
    terbuka: list[int] = []
    for satu in token:
        if isinstance(satu, FlowMappingStartToken | FlowSequenceStartToken):
            terbuka.append(satu.start_mark.index)
        elif isinstance(satu, FlowMappingEndToken | FlowSequenceEndToken) and terbuka:
            terbuka.pop()
    return terbuka[-1] if terbuka else None


def _petik_menjalar(token: list[Token], baris: PetaBaris, indeks: int) -> int | None:
    """Awal teks berpetik yang tertutup di baris lain, tepat di baris yang gagal: petik penutupnya terlupa."""
    akhir = next((satu for satu in reversed(token) if isinstance(satu, ScalarToken)), None)
    if akhir is None or akhir.style not in ('"', "'"):
        return None
    mulai, tutup = baris.letak(akhir.start_mark.index).baris, baris.letak(akhir.end_mark.index).baris
    return akhir.start_mark.index if mulai < tutup == baris.letak(indeks).baris else None


def kunci_ganda(teks: str) -> Iterator[Salah]:
    """Kunci yang nilainya, menurut Python, sudah dipakai di peta yang sama."""
    susunan, banyak = susun_posisi(teks), 0
    for peta in semua_peta(susunan.akar):
        terlihat: dict[Any, int] = {}
        for kunci, _ in peta.pasangan():
            if kunci.jenis != "skalar":
                continue
            letak, nilai = susunan.baris.letak(kunci.awal), _nilai_kunci(kunci)
            if nilai in terlihat:
                banyak += 1
                if banyak > BATAS_TEMUAN:
                    yield Salah(letak, "BRK004", *MASIH_ADA)
                    return
                pertama = terlihat[nilai]
                pesan = f'kunci "{kunci.teks[:40]}" tertulis dua kali (pertama di baris {pertama})'
                yield Salah(letak, "BRK004", pesan)
            terlihat.setdefault(nilai, letak.baris)


def _nilai_kunci(kunci: Simpul) -> Any:
    """Nilai sebuah kunci skalar menurut pembaca cepat: 0x10 dan 16 sama, "16" lain."""
    if kunci.gaya:
        return kunci.teks
    if _DESIMAL.fullmatch(kunci.teks):
        return float(kunci.teks)  # sama dengan ryaml, tanpa satu pembacaan YAML bagi tiap kunci
    try:
        nilai = ryaml.loads(kunci.teks)
    except ValueError:
        return kunci.teks
    return kunci.teks if isinstance(nilai, dict | list) else nilai


def _kunci_majemuk(teks: str) -> Letak:
    susunan = susun_posisi(teks)
    majemuk = (
        kunci.awal
        for peta in semua_peta(susunan.akar)
        for kunci, _ in peta.pasangan()
        if kunci.jenis != "skalar"
    )
    return susunan.baris.letak(next(majemuk, 0))


def _dokumen_ganda(teks: str) -> Salah:
    """BRK007, atau jorok isi pertama yang membuat sisanya terbaca sebagai dokumen lain."""
    kedua = _dokumen_kedua(teks)
    semua = _BARIS.split(teks)
    pertama = next((nomor for nomor, isi in enumerate(semua) if _BERISI.match(isi)), 0)
    jorok = len(semua[pertama]) - len(semua[pertama].lstrip(" "))
    if jorok and not _TANDA_DOKUMEN.match(semua[kedua.baris - 1]):
        pesan = "YAML tidak dapat dibaca: baris ini menjorok, baris di bawahnya tidak"
        return Salah(Letak(pertama + 1, jorok + 1), "BRK003", pesan, "Hapus spasi di depan baris ini.")
    return Salah(kedua, "BRK007", "berkas memuat lebih dari satu dokumen")


def _dokumen_kedua(teks: str) -> Letak:
    baris = PetaBaris(teks)
    dokumen = 0
    try:
        for peristiwa in peristiwa_yaml(teks):
            if isinstance(peristiwa, DocumentStartEvent):
                dokumen += 1
                if dokumen == 2:
                    return baris.letak(peristiwa.start_mark.index)
    except MarkedYAMLError as galat:
        if galat.problem_mark:
            return baris.letak(galat.problem_mark.index)
    return Letak(1, 1)
