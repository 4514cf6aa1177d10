"""Membuat folder data tiruan yang realistis: daerah, OPD, inovasi sekitar 8 KB, dan sebagian berkas buktinya.

Pemakaian: ``python -m tolok_ukur.buat_data FOLDER --ukuran sedang``. Benih yang sama, bita yang sama.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tolok_ukur.acak import Acak
from tolok_ukur.catatan import BERKAS_OPD, CELA, CELA_TIPIS, Cela, Penulis, Pesanan
from tolok_ukur.kosakata import Dinas, Kosakata, kosakata

BENIH = 2024
ISI_PROVINSI = 14
"""Banyaknya daerah dalam satu kelompok: sebuah provinsi beserta kabupaten dan kota di dalam foldernya."""
KABUPATEN_TERAKHIR = 9
PORSI_TIPIS = 0.7
CELA_TERBANYAK = 4


@dataclass(frozen=True, slots=True)
class Rencana:
    """Ukuran dan sifat data tiruan.

    ``porsi_temuan``: bagian catatan dengan tepat satu peringatan; bila ``tipis``, dengan satu sampai empat
    kekurangan yang lazim, sebagian galat. ``porsi_berkas``: bagian bukti sosialisasi dan kemanfaatan yang
    berupa berkas; selebihnya tautan. ``tahun`` 2024-2026, selain 2024 tanpa klaim.
    """

    inovasi: int
    daerah: int
    tahun: int = 2024
    benih: int = BENIH
    porsi_temuan: float = 0.04
    porsi_berkas: float = 0.5
    tipis: bool = False

    def menjadi_tipis(self) -> Rencana:
        """Rencana sebesar ini dengan catatan seperti yang dimiliki daerah: tujuh dari sepuluh bertemuan."""
        return replace(self, porsi_temuan=PORSI_TIPIS, tipis=True)


UKURAN: dict[str, Rencana] = {
    "kecil": Rencana(200, 1),
    "sedang": Rencana(5_000, 40),
    "besar": Rencana(36_742, 531),
}
JAGA = Rencana(400, 8)


def buat(folder: Path, rencana: Rencana) -> None:
    """Tulis data *rencana* ke *folder* (dibuat bila belum ada)."""
    kata = kosakata()
    for nomor, banyak in enumerate(bagi(rencana)):
        penulis = Penulis(kata, Acak(f"daerah/{rencana.benih}/{nomor}"))
        _tulis_daerah(folder, Wilayah.ke(nomor, rencana.daerah), banyak, rencana, penulis)


def bagi(rencana: Rencana) -> list[int]:
    """Banyaknya inovasi tiap daerah: tidak merata, jumlahnya tepat, sekurangnya satu."""
    sisa = rencana.inovasi - rencana.daerah
    if sisa < 0:
        raise ValueError(f"{rencana.inovasi} inovasi tidak cukup bagi {rencana.daerah} daerah")
    acak = Acak(f"bagi/{rencana.benih}/{rencana.daerah}")
    bobot = [200 + acak.bilangan(0, 14) ** 3 for _ in range(rencana.daerah)]
    bagian = [1 + sisa * satu // sum(bobot) for satu in bobot]
    for nomor in range(rencana.inovasi - sum(bagian)):
        bagian[nomor] += 1
    return bagian


@dataclass(frozen=True, slots=True)
class Wilayah:
    """Letak (relatif terhadap folder data), nama, jenis, dan kode satu daerah tiruan."""

    letak: str
    nama: str
    jenis: str
    kode: str

    @classmethod
    def ke(cls, nomor: int, banyak: int) -> Wilayah:
        """Daerah ke-*nomor* dari *banyak*; satu daerah saja menempati folder data itu sendiri."""
        if banyak == 1:
            return cls(".", "Kota Tolok Ukur", "kota", "99.71")
        provinsi, urutan = divmod(nomor, ISI_PROVINSI)
        induk, kode = f"provinsi-{provinsi + 1:02}", f"{11 + provinsi}"
        if urutan == 0:
            return cls(induk, f"Provinsi Tolok Ukur {provinsi + 1}", "provinsi", kode)
        jenis = "kota" if urutan > KABUPATEN_TERAKHIR else "kabupaten"
        nama = f"{jenis.title()} Tolok Ukur {provinsi + 1}-{urutan}"
        cabang = urutan + 61 if jenis == "kota" else urutan
        return cls(f"{induk}/{jenis}-{urutan:02}", nama, jenis, f"{kode}.{cabang:02}")


def _tulis_daerah(data: Path, wilayah: Wilayah, banyak: int, rencana: Rencana, penulis: Penulis) -> None:
    folder = data / wilayah.letak
    tahun = folder / str(rencana.tahun)
    tahun.mkdir(parents=True, exist_ok=True)
    dinas = penulis.kata.dinas[:banyak]
    daftar = "".join(f"  {satu.kode}: {satu.nama}\n" for satu in dinas)
    _tulis(
        folder / "daerah.yaml",
        f'nama: {wilayah.nama}\njenis: {wilayah.jenis}\nkode: "{wilayah.kode}"\nklaster: []\n'
        f"perangkat_daerah:\n{daftar}target_inovasi: {{{rencana.tahun - 1}: 1}}\n",
    )
    _tulis(tahun / "spd.yaml", f"total: {penulis.acak.bilangan(120, 240) / 4}\n")
    situs = f"{wilayah.jenis}-{wilayah.kode.replace('.', '-')}.example"
    for urutan, satu in enumerate(dinas):
        isi = banyak // len(dinas) + (urutan < banyak % len(dinas))
        _tulis_dinas(tahun / satu.kode, satu, isi, situs, rencana, penulis)


def _tulis_dinas(
    folder: Path, dinas: Dinas, banyak: int, situs: str, rencana: Rencana, penulis: Penulis
) -> None:
    acak = penulis.acak
    for jalur in BERKAS_OPD:
        _tulis_bukti(folder / jalur, acak)
    for nama in _nama(dinas, banyak, penulis.kata, acak):
        slug = nama.lower().replace(" ", "-")
        cela = _cela(rencana, acak) if acak.peluang(rencana.porsi_temuan) else frozenset[Cela]()
        pesanan = Pesanan(dinas, nama, slug, rencana.tahun, situs, rencana.porsi_berkas, cela)
        catatan = penulis.catatan(pesanan)
        _tulis(folder / f"{slug}.yaml", catatan.teks)
        for jalur in catatan.bukti:
            _tulis_bukti(folder / jalur, acak)


def _cela(rencana: Rencana, acak: Acak) -> frozenset[Cela]:
    if not rencana.tipis:
        return frozenset((acak.pilih(CELA),))
    return frozenset(acak.pilih(CELA_TIPIS) for _ in range(acak.bilangan(1, CELA_TERBANYAK)))


def _nama(dinas: Dinas, banyak: int, kata: Kosakata, acak: Acak) -> Iterator[str]:
    """Nama inovasi satu OPD, semuanya berbeda; halnya berbeda tiap OPD, jadi berbeda pula sedaerah."""
    terpakai: set[str] = set()
    while len(terpakai) < banyak:
        nama = f"{acak.pilih(kata.sapaan)} {acak.pilih(dinas.hal)} {acak.pilih(kata.penanda)}"
        if nama in terpakai:
            nama = f"{nama} {len(terpakai) + 1}"
        terpakai.add(nama)
        yield nama


_AWAL_AKHIR = {
    ".pdf": (b"%PDF-1.4\n", b"\n%%EOF\n"),
    ".jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"\xff\xd9"),
}


def _tulis_bukti(jalur: Path, acak: Acak) -> None:
    """Berkas kecil dengan tanda jenis yang benar; isi dan ukurannya berbeda-beda."""
    awal, akhir = _AWAL_AKHIR[jalur.suffix]
    pengenal = f"{jalur.parent.name}/{jalur.name} {acak.bilangan(0, 10**9)} ".encode()
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_bytes(awal + pengenal + b"." * acak.bilangan(200, 4000) + akhir)


def _tulis(jalur: Path, teks: str) -> None:
    jalur.write_bytes(teks.encode())


def main(argumen: list[str] | None = None) -> None:
    """Titik masuk baris perintah."""
    pengurai = argparse.ArgumentParser(prog="tolok_ukur.buat_data", description="Membuat data tiruan.")
    pengurai.add_argument("folder", type=Path, help="folder tujuan")
    pengurai.add_argument("--ukuran", choices=UKURAN, default="kecil")
    pengurai.add_argument("--inovasi", type=int, help="ganti banyaknya inovasi")
    pengurai.add_argument("--daerah", type=int, help="ganti banyaknya daerah")
    pengurai.add_argument("--tahun", type=int, choices=(2024, 2025, 2026), default=2024)
    pengurai.add_argument("--benih", type=int, default=BENIH)
    pengurai.add_argument("--porsi-temuan", type=float, default=0.04, metavar="0-1")
    pengurai.add_argument("--porsi-berkas", type=float, default=0.5, metavar="0-1")
    pengurai.add_argument("--tipis", action="store_true", help="tujuh dari sepuluh catatan bertemuan")
    pilihan = pengurai.parse_args(argumen)
    baku = UKURAN[pilihan.ukuran]
    rencana = Rencana(
        inovasi=pilihan.inovasi or baku.inovasi,
        daerah=pilihan.daerah or baku.daerah,
        tahun=pilihan.tahun,
        benih=pilihan.benih,
        porsi_temuan=pilihan.porsi_temuan,
        porsi_berkas=pilihan.porsi_berkas,
    )
    buat(pilihan.folder, rencana.menjadi_tipis() if pilihan.tipis else rencana)
    print(f"{rencana.inovasi} inovasi, {rencana.daerah} daerah, tahun {rencana.tahun}: {pilihan.folder}")


if __name__ == "__main__":
    main()
