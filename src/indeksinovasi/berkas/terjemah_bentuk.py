"""Masalah bentuk sebuah fakta menjadi masalah SKM."""

from __future__ import annotations

from typing import Literal

from indeksinovasi.berkas.masalah_isian import bukan_pilihan, koma_terpisah, kunci_tiada, tulisan_di_berkas
from indeksinovasi.berkas.satuan_tertulis import petunjuk_bilangan
from indeksinovasi.berkas.terjemah_angka import koma_desimal, tulisan_bilangan
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.model.isian_fakta import MasalahBentuk
from indeksinovasi.inti.model.kutipan import PembacaTulisan, tanpa_tulisan
from indeksinovasi.inti.model.temuan import Jalur, Masalah


def dari_bentuk(masalah: MasalahBentuk, jalur: Jalur, tulisan: PembacaTulisan = tanpa_tulisan) -> Masalah:
    """Masalah bentuk fakta menjadi masalah SKM pada *jalur* fakta itu."""
    penuh = (*jalur, *masalah.jalur)
    tertulis = tulisan_di_berkas(masalah.nilai, penuh, tulisan)
    nilai = kutip(tertulis)
    if masalah.wujud in ("bilangan", "tahun"):
        salah = tulisan_bilangan(penuh, "fakta", masalah.nilai, bulat=masalah.wujud == "tahun")
        if salah:
            return salah
    match masalah.jenis:
        case "pilihan":
            return bukan_pilihan(penuh, "fakta", tertulis, list(masalah.pilihan))
        case "koma":
            return koma_desimal(penuh, "fakta", masalah.nilai)
        case "terpisah":
            return koma_terpisah(penuh)
        case "kunci":
            maksud = mungkin_maksud(masalah.nilai, masalah.pilihan)
            pesan = f"kunci {nilai} tidak dikenal{sambung(maksud)}"
            dimaksud = maksud[0] if len(maksud) == 1 else None
            return Masalah(
                "SKM102", penuh, pesan, atau(maksud, "Hapus kunci ini."), "kunci", dimaksud=dimaksud
            )
        case "kurang":
            return kunci_tiada((*penuh, masalah.nilai), [])
        case "tahun":
            pesan = f"tahun {nilai} di luar rentang"
            return Masalah("SKM106", penuh, pesan, "Tulis tahun empat angka.", "kunci")
        case "tipe":
            tunjuk: Literal["kunci", "nilai"] = "kunci" if masalah.wujud == "tahun" else "nilai"
            petunjuk = f"Tulis {masalah.diharap}."
            if masalah.wujud == "bilangan" and isinstance(masalah.nilai, str):
                petunjuk = petunjuk_bilangan(masalah.nilai, masalah.satuan)
            return Masalah("SKM103", penuh, f"fakta {nilai} bukan {masalah.diharap}", petunjuk, tunjuk)
