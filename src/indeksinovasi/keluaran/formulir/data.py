"""Data tahun dan catatan OPD sebagai JSON di dalam halaman; tidak satu nama pun dapat keluar darinya."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.formulir.bahan import BahanFormulir, InovasiFormulir
from indeksinovasi.inti.formulir.undakan import undakan
from indeksinovasi.inti.hitung.kematangan import susun_tabel
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.aturan import TINGKAT_POSITIF, AturanBasis, AturanRentang
from indeksinovasi.inti.model.metode import Indikator, Kelayakan
from indeksinovasi.inti.model.urusan import URUSAN

_LOLOS = {ord(satu): f"\\u{ord(satu):04x}" for satu in "<>&\u2028\u2029"}
# Nama berkas yang bukan UTF-8: halamannya tetap UTF-8, dan nama itu kembali utuh lewat simpanan formulir.
_BUKAN_UTF8 = re.compile("[\ud800-\udfff]")
_TAHUN_RELATIF = re.compile(r"T-([0-2])(?![0-9])")
PILIHAN_ISIAN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "status": (
        ("draf", "Draf"),
        ("terkirim", "Siap dikirim"),
    ),
    "tahapan": (("inisiatif", "Inisiatif"), ("uji_coba", "Uji coba"), ("penerapan", "Penerapan")),
    "inisiator": (
        ("kepala_daerah", "Kepala daerah"),
        ("dprd", "Anggota DPRD"),
        ("opd", "Perangkat daerah"),
        ("asn", "ASN"),
        ("masyarakat", "Masyarakat"),
    ),
    "jenis": (("digital", "Digital"), ("non_digital", "Nondigital"), ("teknologi", "Teknologi")),
    "bentuk": (
        ("tata_kelola", "Inovasi tata kelola pemerintahan daerah"),
        ("pelayanan_publik", "Inovasi pelayanan publik"),
        ("lainnya", "Inovasi daerah lainnya sesuai urusan pemerintahan yang menjadi kewenangan daerah"),
    ),
    "asta_cita": (
        ("1", "1. Memperkokoh ideologi Pancasila"),
        ("2", "2. Memantapkan sistem pertahanan keamanan negara"),
        ("3", "3. Melanjutkan pengembangan infrastruktur"),
        ("4", "4. Memperkuat pembangunan sumber daya manusia"),
        ("5", "5. Melanjutkan hilirisasi"),
        ("6", "6. Membangun dari desa dan dari bawah"),
        ("7", "7. Memperkuat reformasi politik, hukum, dan birokrasi"),
        ("8", "8. Memperkuat penyelarasan kehidupan yang harmonis"),
    ),
    "urusan": tuple(URUSAN.items()),
}
"""Nama pilihan menurut formulir resmi; kodenya sama dengan di berkas inovasi."""
_NAMA_STATUS = {"diterima": "Diterima", "ditolak": "Ditolak"}
_NAMA_BASIS = {
    "orang": "Jumlah penerima manfaat",
    "unit": "Cakupan unit penerima manfaat",
    "belanja": "Efisiensi belanja",
    "pendapatan": "Penambahan pendapatan",
    "produk": "Jumlah produk",
    "tren": "Tren kinerja positif",
}


def json_data(bahan: BahanFormulir) -> str:
    """JSON satu halaman; ``<``, ``>``, dan ``&`` ditulis sebagai ``\\u…``."""
    tabel = susun_tabel(bahan.metode, "sid")
    maksimum = bahan.metode.maksimum.sid_indikator
    isi = {
        "daerah": {"nama": bahan.daerah.nama, "kode": bahan.daerah.kode},
        "opd": {"kode": bahan.opd, "nama": bahan.nama_opd},
        "tahun": bahan.tahun,
        "penyebut": tabel.penyebut,
        "maksimum": None
        if maksimum is None or maksimum.nilai is None
        else _bulat(maksimum.nilai * tabel.penyebut),
        "lengkap": tabel.lengkap,
        "jendela": _jendela(bahan.kelayakan),
        "minimalKata": bahan.kelayakan.rancang_bangun_min_kata if bahan.kelayakan else None,
        "bagian": list(bahan.kelayakan.rancang_bangun_bagian) if bahan.kelayakan else [],
        "tematik": list(bahan.kelayakan.tematik) if bahan.kelayakan else [],
        "indikator": [
            _indikator(satu, tabel.bobot.get(satu.kode), bahan.tahun) for satu in tabel.baris.values()
        ],
        "pilihan": _pilihan(bahan.inovasi),
        "inovasi": [_inovasi(satu) for satu in bahan.inovasi],
    }
    teks = json.dumps(isi, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_LOLOS)
    return _BUKAN_UTF8.sub(lambda satu: f"\\u{ord(satu[0]):04x}", teks)


def _inovasi(inovasi: InovasiFormulir) -> dict[str, object]:
    isi = {kunci: _sebagai_json(nilai) for kunci, nilai in inovasi.isi.items()}
    return {"id": inovasi.id, "isi": isi, "tingkat": inovasi.tingkat}


def _bulat(nilai: Fraction) -> int | float:
    return nilai.numerator if nilai.denominator == 1 else float(nilai)


def _sebagai_json(nilai: Any) -> Any:
    """Salinan *nilai* yang sah sebagai JSON: kunci teks, tanpa ``.inf`` dan ``.nan``.

    Bilangan yang tulisannya meragukan (``2.000``) tetap teks seperti tertulis.
    """
    if isinstance(nilai, dict):
        return {str(kunci): _sebagai_json(isi) for kunci, isi in nilai.items()}
    if isinstance(nilai, list):
        return [_sebagai_json(satu) for satu in nilai]
    if isinstance(nilai, AngkaTertulis):
        return nilai.teks
    if isinstance(nilai, float) and not math.isfinite(nilai):
        return str(nilai)
    return nilai


def _jendela(kelayakan: Kelayakan | None) -> dict[str, object] | None:
    if kelayakan is None or kelayakan.penerapan is None:
        return None
    jendela = kelayakan.penerapan
    return {
        "mulai": jendela.mulai.isoformat(),
        "sampai": jendela.sampai.isoformat(),
        "pengembangan": kelayakan.pengembangan_dalam_jendela,
    }


def _pilihan(inovasi: tuple[InovasiFormulir, ...]) -> dict[str, list[tuple[str, str]]]:
    """Pilihan tiap isian; status lain hanya tampil bila sudah dimiliki sebuah catatan."""
    dimiliki = {str(satu.isi.get("status")) for satu in inovasi}
    lain = [(kode, nama) for kode, nama in _NAMA_STATUS.items() if kode in dimiliki]
    hasil = {kunci: list(isi) for kunci, isi in PILIHAN_ISIAN.items()}
    hasil["status"] += lain
    return hasil


def _indikator(indikator: Indikator, bobot: int | None, tahun: int) -> dict[str, object]:
    def sebut(teks: str) -> str:
        return _TAHUN_RELATIF.sub(lambda cocok: str(tahun - int(cocok[1])), teks)

    urut = [indikator.uraian_tingkat.get(nomor) for nomor in TINGKAT_POSITIF] if indikator.tingkat else None
    return {
        "kode": indikator.kode,
        "nomor": indikator.nomor,
        "nama": indikator.nama,
        "wajib": indikator.wajib is True,
        "bobot": bobot,
        "tingkat": [satu and sebut(satu) for satu in urut] if urut else None,
        "bukti": indikator.bukti and sebut(indikator.bukti),
        "format": list(indikator.format_bukti),
        "catatan": [sebut(satu) for satu in indikator.catatan],
        "basis": _basis(indikator.aturan) if isinstance(indikator.aturan, AturanBasis) else None,
    }


def _basis(aturan: AturanBasis) -> dict[str, dict[str, object]]:
    return {kode: _satu_basis(kode, isi) for kode, isi in aturan.basis.items()}


def _satu_basis(kode: str, aturan: AturanRentang) -> dict[str, object]:
    return {
        "nama": _NAMA_BASIS.get(kode, kode.replace("_", " ")),
        "satuan": aturan.satuan,
        "bulat": aturan.bulat,
        "undakan": list(map(list, undakan(aturan))),
    }
