"""Bantuan dan pesan pemakaian typer dalam bahasa Indonesia."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

_BANTUAN = (
    ("Usage: ", "Pemakaian: "),
    ("\nArguments:\n", "\nArgumen:\n"),
    ("\nOptions:\n", "\nPilihan:\n"),
    ("\nCommands:\n", "\nPerintah:\n"),
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("Install completion for the current shell.", "Pasang pelengkapan untuk shell ini."),
    ("Show completion for the current shell, to copy it or\n", "Tampilkan pelengkapan, untuk disalin atau\n"),
    ("customize the installation.", "disesuaikan pemasangannya."),
    ("[OPTIONS]", "[PILIHAN]"),
    ("COMMAND [ARGS]...", "PERINTAH [ARGUMEN]..."),
    ("[required]", "[wajib]"),
    ("; required]", "; wajib]"),
    ("[default: ", "[bawaan: "),
)
_PESAN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"No such option: (\S+)"), r"Pilihan \1 tidak dikenal."),
    (re.compile(r"No such command '(.+?)'\."), r'Perintah "\1" tidak dikenal.'),
    (re.compile(r"Missing command\."), "Perintah belum disebut."),
    (re.compile(r"Missing argument '(.+?)'\."), r"Argumen \1 belum diisi."),
    (re.compile(r"Missing option '.*?(--[a-z-]+)'\."), r"Pilihan \1 belum diisi."),
    (
        re.compile(r"Option '?(\S+?)'? requires (?:an argument|\d+ arguments)\."),
        r"Pilihan \1 memerlukan nilai.",
    ),
    (re.compile(r"Option '?(\S+?)'? does not take a value\."), r"Pilihan \1 tidak memerlukan nilai."),
    (re.compile(r"Got unexpected extra argument\(s\) \((.+)\)"), r"Argumen berlebih: \1."),
    (
        re.compile(r"Invalid value for '(.+?)': .*?'(.*?)' is not one of (.+)\."),
        lambda cocok: f'Nilai {cocok[1]} "{cocok[2]}" bukan pilihan ({cocok[3].replace(chr(39), "")}).',
    ),
    (
        re.compile(r"Invalid value for '(.+?)': Input should be a valid integer.*"),
        r"Nilai \1 bukan bilangan bulat.",
    ),
    (
        re.compile(r"Invalid value for '(?:.+?)': path (['\"])(.+)\1 is not readable\."),
        r"\2 tidak dapat dibaca: tidak ada izin membaca.",
    ),
    (re.compile(r"Invalid value for '(.+?)': (.+)"), r"Nilai \1 tidak sah: \2"),
    (re.compile(r"Invalid value: (.+)"), r"\1"),
    (re.compile(r"\(Possible options: (.+)\)"), r"Mungkin maksud Anda \1."),
    (re.compile(r"Did you mean (.+)\?"), r"Mungkin maksud Anda \1?"),
    (re.compile(r"Choose from: (.+)$"), r"Pilihan: \1."),
)


_WAJIB = re.compile(r"\{([^{}\n]+?)(?:\.\.\.)?\}(\.\.\.)?")
_PENGGANTI = r"[\1]..."
_TIDAK_WAJIB = re.compile(r"\[\[([^\[\]\n]+?)\](?:\.\.\.)?\](?:\.\.\.)?")


def bantuan_id(teks: str) -> str:
    """Terjemahkan bagian tetap sebuah halaman bantuan; argumen ditulis tanpa kurung dan tanda ganda."""
    for asal, tujuan in _BANTUAN:
        teks = teks.replace(asal, tujuan)
    pemakaian, batas, isi = teks.partition("\n\n")
    pemakaian = _WAJIB.sub(lambda cocok: f"{cocok[1]}{cocok[2] or ''}", pemakaian)
    return f"{_TIDAK_WAJIB.sub(_PENGGANTI, pemakaian)}{batas}{isi}"


def _tanpa_nama_tipe(argumen: Iterable[Any]) -> None:
    """Buang nama tipe Python (``<path>``, ``<list[str]>``) dari daftar argumen; pilihan tetap disebut."""
    for satu in argumen:
        if satu.param_type_name == "argument" and not satu.type_descriptor.is_choice:
            satu.display_type_rich = _tanpa_tipe


def _tanpa_tipe(*_: object, **__: object) -> None:
    return None


def pesan_id(teks: str) -> str:
    """Terjemahkan pesan kesalahan pemakaian; hasilnya satu baris."""
    teks = " ".join(teks.split())
    for pola, tujuan in _PESAN:
        teks = pola.sub(tujuan, teks)
    return teks


class PerintahTyper(TyperCommand):
    """Perintah dengan halaman bantuan berbahasa Indonesia."""

    def get_help(self, ctx: Any) -> str:
        """Halaman bantuan."""
        _tanpa_nama_tipe(self.params)
        return bantuan_id(super().get_help(ctx))


class Kelompok(TyperGroup):
    """Kelompok perintah dengan halaman bantuan berbahasa Indonesia."""

    def get_help(self, ctx: Any) -> str:
        """Halaman bantuan."""
        return bantuan_id(super().get_help(ctx))
