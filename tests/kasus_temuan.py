"""Kasus temuan: folder ``tests/kasus/<KODE>/<lolos|gagal>_<sebab>/`` beserta harapannya.

``harapan.txt`` memuat satu ``berkas:baris:kolom KODE`` per baris; baris yang diawali ``--`` adalah opsi
(``--tanggal YYYY-MM-DD``, ``--jalur JALUR``). ``siapkan.txt`` memuat yang tidak dapat disimpan di Git:

    tautan JALUR TUJUAN      tautan simbolik
    luar NAMA                berkas di luar folder kasus
    ukuran JALUR BITA        berkas dipanjangkan sampai sekian bita
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.inti.model.temuan import Temuan

FOLDER = Path(__file__).parent / "kasus"
KELUARGA = ("BRK", "SKM", "KLY", "BKT", "FKT", "LTS")


@dataclass(frozen=True)
class Harapan:
    """Baris yang diharapkan untuk kode kasus ini, dan permintaan yang menghasilkannya."""

    baris: tuple[str, ...]
    tanggal: date | None = None
    jalur: tuple[str, ...] = field(default=())


def semua_kasus() -> list[Path]:
    """Setiap folder kasus keluarga yang dihasilkan ``validasi``, menurut abjad."""
    return sorted(satu for satu in FOLDER.glob("*/*") if satu.parent.name.startswith(KELUARGA))


def baca_harapan(kasus: Path) -> Harapan:
    baris, tanggal, jalur = [], None, []
    for satu in (kasus / "harapan.txt").read_text(encoding="utf-8").splitlines():
        opsi, _, nilai = satu.partition(" ")
        if opsi == "--tanggal":
            tanggal = date.fromisoformat(nilai)
        elif opsi == "--jalur":
            jalur.append(nilai)
        else:
            baris.append(satu)
    return Harapan(tuple(sorted(baris)), tanggal, tuple(jalur))


def siapkan(kasus: Path, sementara: Path) -> Path:
    """Folder data yang siap diperiksa: *kasus* sendiri, atau salinannya bila ada yang perlu dibuat."""
    perintah = kasus / "siapkan.txt"
    if not perintah.exists():
        return kasus
    data = sementara / "data"
    shutil.copytree(kasus, data)
    for satu in perintah.read_text(encoding="utf-8").splitlines():
        match satu.split():
            case ["tautan", jalur, tujuan]:
                (data / jalur).symlink_to(
                    tujuan, target_is_directory=(data / jalur).parent.joinpath(tujuan).is_dir()
                )
            case ["luar", nama]:
                (sementara / nama).write_text("nama: Di luar\n", encoding="utf-8")
            case ["ukuran", jalur, bita]:
                with (data / jalur).open("r+b") as aliran:
                    aliran.truncate(int(bita))
            case _:
                raise ValueError(f"perintah siapkan.txt tidak dikenal: {satu}")
    return data


def temuan_kasus(kasus: Path, sementara: Path) -> list[Temuan]:
    """Temuan ``validasi`` atas *kasus*, dengan jalur relatif terhadap folder kasus."""
    harapan = baca_harapan(kasus)
    data = siapkan(kasus, sementara)
    jalur = tuple(str(data / satu) for satu in harapan.jalur) or (str(data),)
    temuan, _ = validasi(PermintaanValidasi(jalur, tanggal=harapan.tanggal))
    awalan = f"{data.as_posix()}/"
    return [satu._replace(berkas=satu.berkas.removeprefix(awalan)) for satu in temuan]
