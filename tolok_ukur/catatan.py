"""Menyusun satu catatan inovasi tiruan sebagai teks YAML, beserta daftar berkas bukti miliknya."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tolok_ukur.acak import Acak
from tolok_ukur.kosakata import Baris, Dinas, Isian, Kosakata

TAHUN_TABEL = 2024
"""Tingkat pada kosakata menurut tabel tahun ini; catatan tahun lain hanya diberi fakta."""
KATA_MINIMAL = 305
PORSI_BARIS = 0.72
PORSI_TENTANG = 0.6
PORSI_KEPUTUSAN_BERKAS = 0.6
PORSI_CATATAN_ANGKA = 0.01

Cela = Literal[
    "uraian_pendek",
    "tanpa_bukti",
    "berkas_hilang",
    "luar_jendela",
    "tautan_rusak",
    "tanpa_nomor",
    "tanpa_hasil",
    "klaim_lebih",
    "tematik_asing",
    "label",
    "tanggal_lokal",
    "koma_desimal",
    "salah_eja",
]
CELA: tuple[Cela, ...] = ("uraian_pendek", "tanpa_bukti", "berkas_hilang", "luar_jendela", "tautan_rusak")
"""Kekurangan yang menghasilkan satu peringatan dan tidak pernah galat."""
KERAPATAN: dict[Cela, int] = {
    "tanpa_bukti": 5,
    "uraian_pendek": 4,
    "tanpa_nomor": 4,
    "berkas_hilang": 4,
    "tanpa_hasil": 3,
    "klaim_lebih": 3,
    "luar_jendela": 2,
    "tautan_rusak": 2,
    "tematik_asing": 2,
    "label": 2,
    "tanggal_lokal": 2,
    "koma_desimal": 1,
    "salah_eja": 1,
}
"""Kekurangan pada data apa adanya, dengan bobot kerapatannya; sebagian menghasilkan galat."""
CELA_TIPIS: tuple[Cela, ...] = tuple(satu for satu, banyak in KERAPATAN.items() for _ in range(banyak))

_RENTANG = re.compile(r"\{(\d+)-(\d+)\}")
_KEPUTUSAN = {"regulasi": "bukti/sk-inovasi-daerah.pdf", "rkpd": "bukti/rkpd.pdf"}
BERKAS_OPD = tuple(_KEPUTUSAN.values())
"""Bukti yang dipakai bersama semua inovasi satu OPD, relatif terhadap foldernya."""
_BERKAS_SENDIRI = ("sosialisasi", "kemanfaatan")
_STATUS = (("diterima", 0.78), ("terkirim", 0.92), ("ditolak", 0.97), ("draf", 1.0))


class Pesanan(NamedTuple):
    """Apa yang harus ditulis: inovasi milik siapa, bernama apa, dan dengan cela apa saja."""

    dinas: Dinas
    nama: str
    slug: str
    tahun: int
    situs: str
    porsi_berkas: float
    cela: frozenset[Cela]


@dataclass(slots=True)
class Catatan:
    """Teks YAML satu catatan dan berkas bukti yang harus ada, relatif terhadap folder OPD."""

    teks: str
    bukti: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Penulis:
    """Menulis catatan satu OPD; isinya hanya bergantung pada kosakata dan urutan acak."""

    kata: Kosakata
    acak: Acak

    def catatan(self, pesanan: Pesanan) -> Catatan:
        """Catatan lengkap menurut *pesanan*."""
        hasil = Catatan("")
        bagian = [self._kepala(pesanan), self._uraian(pesanan), "indikator:\n"]
        for baris in self.kata.baris:
            if baris.wajib or self.acak.peluang(PORSI_BARIS):
                bagian.append(self._baris(baris, pesanan, hasil))
        hasil.teks = "".join(bagian)
        return hasil

    def _tanggal(self, tahun: int, bulan_akhir: int = 12) -> str:
        return f"{tahun}-{self.acak.bilangan(1, bulan_akhir):02}-{self.acak.bilangan(1, 28):02}"

    def _status(self, pesanan: Pesanan) -> str:
        if "luar_jendela" in pesanan.cela:
            return "terkirim"
        nasib = self.acak.pecahan()
        return next(status for status, batas in _STATUS if nasib < batas)

    def _kepala(self, pesanan: Pesanan) -> str:
        acak, kata, cela = self.acak, self.kata, pesanan.cela
        terap = pesanan.tahun - (3 if "luar_jendela" in pesanan.cela else acak.bilangan(1, 2))
        hal = pesanan.dinas.hal[0].lower()
        bagian = [
            f'nama: "{pesanan.nama}: layanan {hal}"' if acak.peluang(0.15) else f"nama: {pesanan.nama}",
            f"status: {self._status(pesanan)}",
            "tahapan: penerapan",
            f"inisiator: {acak.pilih(('opd', 'opd', 'asn', 'kepala_daerah', 'masyarakat'))}",
            f"{'nama_inisator' if 'salah_eja' in cela else 'nama_inisiator'}: {acak.pilih(kata.penggagas)}",
            f"jenis: {'Digital' if 'label' in cela else acak.pilih(('digital', 'non_digital'))}",
            f"bentuk: {acak.pilih(('pelayanan_publik', 'pelayanan_publik', 'tata_kelola', 'lainnya'))}",
            f"urusan: {pesanan.dinas.urusan}",
        ]
        if acak.peluang(0.3):
            bagian.append("urusan_lain: [komunikasi_informatika, sosial]")
        if pesanan.tahun == TAHUN_TABEL:
            bagian.append(f"tematik: {'Smart city' if 'tematik_asing' in cela else acak.pilih(kata.tematik)}")
        if acak.peluang(0.6):
            bagian.append(f"asta_cita: {acak.bilangan(1, 8)}")
        lintang = f"-{acak.bilangan(0, 8)}.{acak.bilangan(1000, 9999)}"
        if "koma_desimal" in cela:
            lintang = f'"{lintang.replace(".", ",")}"'
        bujur = f"{acak.bilangan(96, 140)}.{acak.bilangan(1000, 9999)}"
        bagian.append(f"koordinat: {{lintang: {lintang}, bujur: {bujur}}}")
        bagian.append(f"waktu: {{uji_coba: {self._tanggal(terap - 1)}, penerapan: {self._tanggal(terap)}}}\n")
        return "\n".join(bagian)

    def _uraian(self, pesanan: Pesanan) -> str:
        acak, kata = self.acak, self.kata
        isi: dict[str, str | int] = {
            "nama": pesanan.nama,
            "opd": pesanan.dinas.nama,
            "sasaran": acak.pilih(kata.sasaran),
            "tempat": acak.pilih(kata.tempat),
            "tahun": pesanan.tahun - 1,
            "a": acak.bilangan(12, 88),
            "b": acak.bilangan(3, 19),
            "c": acak.bilangan(110, 940),
        }
        rancang_bangun = self._rancang_bangun(isi, pendek="uraian_pendek" in pesanan.cela)
        angka = f"  {kata.catatan_angka}\n" if acak.peluang(PORSI_CATATAN_ANGKA) else ""
        hasil = f"hasil: |\n  {acak.pilih(kata.hasil).format_map(isi)}\n{angka}"
        return (
            f"rancang_bangun: |\n{rancang_bangun}"
            f"tujuan: |\n  {acak.pilih(kata.tujuan).format_map(isi)}\n"
            f"manfaat: |\n  {acak.pilih(kata.manfaat).format_map(isi)}\n"
            f"{'' if 'tanpa_hasil' in pesanan.cela else hasil}"
        )

    def _rancang_bangun(self, isi: dict[str, str | int], *, pendek: bool) -> str:
        """Tiga kalimat tiap bagian, ditambah sampai jumlah katanya cukup; *pendek*: satu kalimat saja."""
        bagian, cadangan, kata = [], [], 0
        for judul, kalimat in self.kata.rancang_bangun.items():
            awal = self.acak.bilangan(0, len(kalimat) - 1)
            urut = [kalimat[(awal + geser) % len(kalimat)].format_map(isi) for geser in range(4)]
            utama = [f"{judul}: {urut[0]}", *([] if pendek else urut[1:3])]
            kata += sum(len(satu.split()) for satu in utama)
            bagian.append(utama)
            cadangan.append(urut[3])
        for utama, tambahan in zip(bagian, [] if pendek else cadangan, strict=False):
            if kata >= KATA_MINIMAL:
                break
            utama.append(tambahan)
            kata += len(tambahan.split())
        return "\n".join("".join(f"  {satu}\n" for satu in utama) for utama in bagian)

    def _baris(self, baris: Baris, pesanan: Pesanan, hasil: Catatan) -> str:
        isian = self.acak.pilih(baris.isian)
        bagian = [f"  {baris.kode}:\n"]
        if pesanan.tahun == TAHUN_TABEL:
            lebih = "klaim_lebih" in pesanan.cela and baris.kode == "sdm"
            bagian.append(f"    parameter: {3 - isian.tingkat if lebih else isian.tingkat}\n")
        bagian.append(f"    fakta: {self._fakta(isian, pesanan.tahun)}\n")
        if not ("tanpa_bukti" in pesanan.cela and baris.kode == "sdm"):
            bagian.append("    bukti:\n")
            bagian += [self._bukti(baris, nomor, pesanan, hasil) for nomor in range(1, isian.bukti + 1)]
        if self.acak.peluang(0.75):
            bagian.append(self._verifikasi(isian.tingkat, pesanan.tahun))
        return "".join(bagian)

    def _verifikasi(self, tingkat: int, tahun: int) -> str:
        tanggal = self._tanggal(tahun, 9)
        if self.acak.peluang(0.1):
            alasan = "halaman yang memuat nama inovasi belum jelas"
            isi = f"parameter: {tingkat - 1}, oleh: Tim Verifikasi, tanggal: {tanggal}, catatan: {alasan}"
        else:
            isi = f"parameter: {tingkat}, oleh: Tim Verifikasi, tanggal: {tanggal}"
        return f"    verifikasi: {{{isi}}}\n"

    def _fakta(self, isian: Isian, tahun: int) -> str:
        teks = isian.fakta
        if rentang := _RENTANG.search(teks):
            bilangan = self.acak.bilangan(int(rentang[1]), int(rentang[2]))
            teks = f"{teks[: rentang.start()]}{bilangan}{teks[rentang.end() :]}"
        for mundur in range(3):
            teks = teks.replace(f"T{mundur}", str(tahun - mundur))
        return teks

    def _bukti(self, baris: Baris, nomor: int, pesanan: Pesanan, hasil: Catatan) -> str:
        acak, terbit = self.acak, pesanan.tahun - 1
        naskah = f"{acak.bilangan(100, 900)}.{acak.bilangan(1, 9)}/{acak.bilangan(10, 999)}/{terbit}"
        tentang = ""
        if acak.peluang(PORSI_TENTANG):
            tentang = f"        tentang: {baris.naskah} {pesanan.nama}\n"
        letak = f"      - {self._letak_bukti(baris, nomor, pesanan, hasil)}\n"
        if "tanpa_nomor" in pesanan.cela and baris.kode == "regulasi":
            return f"{letak}{tentang}"
        tanggal = self._tanggal(terbit)
        if "tanggal_lokal" in pesanan.cela and baris.kode == "kemanfaatan":
            tanggal = "/".join(reversed(tanggal.split("-")))
        return f"{letak}        nomor: {naskah}\n        tanggal: {tanggal}\n{tentang}"

    def _letak_bukti(self, baris: Baris, nomor: int, pesanan: Pesanan, hasil: Catatan) -> str:
        kode, slug = baris.kode, pesanan.slug
        if kode == "kualitas":
            awal = "video" if "tautan_rusak" in pesanan.cela else "https://video"
            return f"tautan: {awal}.{pesanan.situs}/{slug}"
        if kode == "kecepatan" and "berkas_hilang" in pesanan.cela:
            return f"berkas: bukti/{slug}/proposal-akhir.pdf"
        if kode in _KEPUTUSAN and self.acak.peluang(PORSI_KEPUTUSAN_BERKAS):
            return f"berkas: {_KEPUTUSAN[kode]}"
        if kode in _BERKAS_SENDIRI and self.acak.peluang(pesanan.porsi_berkas):
            jalur = f"bukti/{slug}/{kode}.{baris.akhiran}"
            hasil.bukti.append(jalur)
            return f"berkas: {jalur}"
        return f"tautan: https://arsip.{pesanan.situs}/{slug}/{kode}-{nomor}.{baris.akhiran}"
