"""``indeks rencana --format json``: hitungan empat desimal, indeks dua desimal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.rencana.andai import HasilAndai, Titik
from indeksinovasi.inti.rencana.susun import CalonKirim, HasilSusun
from indeksinovasi.keluaran.nilai_json import VERSI_FORMAT, Json, angka
from indeksinovasi.keluaran.temuan.json import objek_temuan


def dokumen(hasil: Hasil, nama: str, isi: Json, temuan: Iterable[Temuan]) -> str:
    """Dokumen JSON satu perintah rencana; *isi* berada di bawah kunci *nama*."""
    metode = hasil.metode
    semua: Json = {
        "versi_format": VERSI_FORMAT,
        "daerah": hasil.daerah._asdict(),
        "tahun": hasil.tahun,
        "dasar": hasil.dasar,
        "skala": metode.skala,
        "metode": {"tahun": metode.tahun, "revisi": metode.revisi, "status": metode.status},
        nama: isi,
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(semua, indent=1) + "\n"


def nama_skor(hasil: Hasil) -> str:
    """Kunci skor: ``indeks``, atau ``skor`` pada skala absolut."""
    return "skor" if hasil.absolut else "indeks"


def skor_json(nilai: Fraction | None) -> float | None:
    """Skor terbulat sebagai bilangan JSON."""
    return None if nilai is None else float(nilai)


def titik_json(hasil: Hasil, titik: Titik) -> Json:
    """Satu keadaan yang dinilai."""
    return {
        nama_skor(hasil): skor_json(titik.skor),
        "predikat": titik.predikat,
        "terhitung": titik.terhitung,
        "pembagi": titik.pembagi,
        "jumlah_kematangan": angka(titik.jumlah_kematangan),
        "spd": angka(titik.spd),
    }


def andai_json(hasil: Hasil, andai: HasilAndai) -> Json:
    """Isi ``andai``."""
    return {
        "sebelum": titik_json(hasil, andai.sebelum),
        "sesudah": titik_json(hasil, andai.sesudah),
        "ubahan": [{"ubah": satu.teks, "sendiri": angka(satu.sendiri)} for satu in andai.ubahan],
        "interaksi": angka(andai.interaksi),
    }


def susun_json(hasil: Hasil, susun: HasilSusun) -> Json:
    """Isi ``susun``."""
    kunci = nama_skor(hasil)
    return {
        "calon": len(susun.calon),
        "sekarang": titik_json(hasil, susun.sekarang),
        "terbaik": {
            "kirim": list(susun.kirim),
            "tunda": list(susun.tunda),
            **titik_json(hasil, susun.terbaik),
        },
        "kurva": [{"n": satu.n, kunci: skor_json(satu.skor)} for satu in susun.kurva],
        "impas": angka(susun.impas),
        "peluang_impas": angka(susun.peluang_impas),
        "rincian": [_calon(satu) for satu in susun.calon],
        "opd_di_bawah_target": [satu._asdict() for satu in susun.opd_turun],
        "rata_rata_saja": susun.rata_rata_saja,
    }


def _calon(calon: CalonKirim) -> Json:
    return {
        "id": calon.id,
        "nama": calon.nama,
        "opd": calon.opd,
        "urusan": calon.urusan,
        "kematangan": angka(calon.kematangan),
        "layak": calon.layak,
        "alasan": calon.alasan,
        "kirim": calon.kirim,
        "kurang": angka(calon.kurang),
        "peluang_impas": angka(calon.peluang_impas),
    }
