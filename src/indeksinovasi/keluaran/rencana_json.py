"""``indeks rencana --format json``: hitungan empat desimal, indeks dua desimal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.rencana.andai import HasilAndai, Titik
from indeksinovasi.inti.rencana.risiko import HasilRisiko
from indeksinovasi.inti.rencana.susun import CalonKirim, HasilSusun
from indeksinovasi.inti.rencana.target import HasilTarget, LangkahTarget, RencanaTarget
from indeksinovasi.keluaran.nilai_json import VERSI_NILAI, IsiJson, angka_json
from indeksinovasi.keluaran.rencana_dokumen import nama_skor
from indeksinovasi.keluaran.teks import PREDIKAT_KOSONG
from indeksinovasi.keluaran.temuan.json import objek_temuan


def dokumen_json(hasil: Hasil, nama: str, isi: IsiJson, temuan: Iterable[Temuan]) -> str:
    """Dokumen JSON satu perintah rencana; *isi* berada di bawah kunci *nama*."""
    metode = hasil.metode
    semua: IsiJson = {
        "versi_format": VERSI_NILAI,
        "daerah": hasil.daerah._asdict(),
        "tahun": hasil.tahun,
        "dasar": hasil.dasar,
        "skala": metode.skala,
        "metode": {"tahun": metode.tahun, "revisi": metode.revisi, "status": metode.status},
        nama: isi,
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(semua, indent=1) + "\n"


def skor_json(nilai: Fraction | None) -> float | None:
    """Skor terbulat sebagai bilangan JSON."""
    return None if nilai is None else float(nilai)


def titik_json(hasil: Hasil, titik: Titik) -> IsiJson:
    """Satu keadaan yang dinilai."""
    return {
        nama_skor(hasil): skor_json(titik.skor),
        "predikat": titik.predikat,
        "terhitung": titik.terhitung,
        "pembagi": titik.pembagi,
        "jumlah_kematangan": angka_json(titik.jumlah_kematangan),
        "spd": angka_json(titik.spd),
    }


def andai_json(hasil: Hasil, andai: HasilAndai) -> IsiJson:
    """Isi ``andai``."""
    return {
        "sebelum": titik_json(hasil, andai.sebelum),
        "sesudah": titik_json(hasil, andai.sesudah),
        "ubahan": [{"ubah": satu.teks, "sendiri": angka_json(satu.sendiri)} for satu in andai.ubahan],
        "interaksi": angka_json(andai.interaksi),
    }


def susun_json(hasil: Hasil, susun: HasilSusun) -> IsiJson:
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
        "impas": angka_json(susun.impas),
        "peluang_impas": angka_json(susun.peluang_impas),
        "rincian": [_calon(satu) for satu in susun.calon],
        "opd_di_bawah_target": [satu._asdict() for satu in susun.opd_turun],
        "rata_rata_saja": susun.rata_rata_saja,
    }


def _calon(calon: CalonKirim) -> IsiJson:
    return {
        "id": calon.id,
        "nama": calon.nama,
        "opd": calon.opd,
        "urusan": calon.urusan,
        "kematangan": angka_json(calon.kematangan),
        "layak": calon.layak,
        "alasan": calon.alasan,
        "kirim": calon.kirim,
        "kurang": angka_json(calon.kurang),
        "peluang_impas": angka_json(calon.peluang_impas),
    }


def target_json(hasil: Hasil, target: HasilTarget) -> IsiJson:
    """Isi ``target``; tanpa rencana, isiannya ``null`` dan ``penghalang`` terisi."""
    rencana = target.rencana
    return {
        "tujuan": skor_json(target.tujuan.skor),
        "predikat": target.tujuan.nama,
        "tercapai": rencana is not None,
        "sekarang": titik_json(hasil, target.sekarang),
        **(_kosong(hasil) if rencana is None else _rencana(hasil, rencana)),
        "rencana_pasti": None if target.rencana_pasti is None else _rencana(hasil, target.rencana_pasti),
        "tertinggi": skor_json(target.tertinggi.skor),
        "penghalang": [
            {"sebab": satu.sebab, "banyak": satu.banyak, "isi": list(satu.isi)} for satu in target.penghalang
        ],
    }


def _kosong(hasil: Hasil) -> IsiJson:
    return {
        "bertahan": False,
        "biaya": None,
        "batas_bawah": None,
        f"{nama_skor(hasil)}_akhir": None,
        "predikat_akhir": None,
        "langkah": [],
    }


def _rencana(hasil: Hasil, rencana: RencanaTarget) -> IsiJson:
    return {
        "bertahan": rencana.bertahan,
        "biaya": angka_json(rencana.biaya),
        "batas_bawah": angka_json(rencana.batas_bawah),
        f"{nama_skor(hasil)}_akhir": skor_json(rencana.akhir.skor),
        "predikat_akhir": rencana.akhir.predikat,
        "langkah": [_langkah(hasil, satu) for satu in rencana.langkah],
    }


def _langkah(hasil: Hasil, satu: LangkahTarget) -> IsiJson:
    return {
        "jenis": satu.jenis,
        "id": satu.id,
        "indikator": satu.indikator,
        "nama": satu.nama,
        "opd": satu.opd,
        "dari": satu.dari,
        "ke": satu.ke,
        "jumlah": satu.jumlah,
        "kematangan": angka_json(satu.kematangan),
        "urusan": satu.urusan,
        "biaya": angka_json(satu.biaya),
        "hari": satu.hari,
        "oleh": satu.oleh,
        "uraian": satu.uraian,
        "bukti": satu.bukti,
        "tinggal_bukti": satu.tinggal_bukti,
        "bersama": satu.bersama,
        nama_skor(hasil): skor_json(satu.skor),
    }


def risiko_json(hasil: Hasil, risiko: HasilRisiko) -> IsiJson:
    """Isi ``risiko``; peluang dan korelasi disebut beserta asalnya."""
    peluang = risiko.peluang
    return {
        "bibit": risiko.permintaan.bibit,
        "undian": risiko.permintaan.undian,
        "sekarang": titik_json(hasil, risiko.sekarang),
        nama_skor(hasil): {
            "p05": skor_json(risiko.p05),
            "p50": skor_json(risiko.p50),
            "p95": skor_json(risiko.p95),
            "rata_rata": skor_json(risiko.rata_rata),
        },
        "predikat": {nama or PREDIKAT_KOSONG: angka_json(nilai) for nama, nilai in risiko.predikat},
        "rentan": [
            {"indikator": satu.indikator, "id": satu.id, "poin": angka_json(satu.poin)}
            for satu in risiko.rentan
        ],
        "peluang": {
            "sumber": peluang.sumber,
            "umum": angka_json(peluang.umum),
            "baris_diperiksa": peluang.diperiksa,
            "baris_gagal": peluang.gagal,
            "indikator": {kode: angka_json(nilai) for kode, nilai in peluang.indikator.items()},
        },
        "korelasi": {
            "nilai": angka_json(risiko.korelasi),
            "sumber": "andaian" if risiko.permintaan.korelasi is None else "ditetapkan",
        },
        "peluang_tolak": angka_json(risiko.permintaan.tolak),
        "banyak_baris": risiko.banyak_baris,
    }
