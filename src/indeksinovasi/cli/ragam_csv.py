"""Pilihan ``--pemisah`` dan ``--desimal`` untuk keluaran CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from indeksinovasi.keluaran.nilai_csv import RagamCsv

_PEMISAH = {",": ",", ";": ";", "\t": "\t", "\\t": "\t", "tab": "\t"}


def _pemisah_dari(teks: str) -> str:
    if teks not in _PEMISAH:
        raise typer.BadParameter(f'"{teks}" bukan pemisah; tulis ",", ";", atau tab.')
    return _PEMISAH[teks]


OpsiPemisah = Annotated[
    str | None,
    typer.Option(
        "--pemisah",
        metavar="P",
        parser=_pemisah_dari,
        help='Pemisah kolom CSV: ",", ";", atau tab; bawaannya ",", dan ";" bila desimalnya koma.',
    ),
]
OpsiDesimal = Annotated[
    Literal["koma", "titik"] | None,
    typer.Option("--desimal", help="Tanda desimal CSV; bawaannya titik."),
]


def ragam_csv(format: str, pemisah: str | None, desimal: Literal["koma", "titik"] | None) -> RagamCsv:
    """Ragam yang diminta; ``GalatPemakaian`` bila keluarannya bukan CSV atau kedua tandanya sama."""
    from indeksinovasi.alur.galat import GalatPemakaian
    from indeksinovasi.keluaran.nilai_csv import RagamCsv

    khusus_csv(format, **{"--pemisah": pemisah, "--desimal": desimal})
    tanda = desimal or "titik"
    if tanda == "koma" and pemisah == ",":
        raise GalatPemakaian(
            "Koma tidak dapat menjadi desimal sekaligus pemisah kolom.",
            'Tulis --pemisah ";" atau --desimal titik.',
        )
    return RagamCsv(pemisah or (";" if tanda == "koma" else ","), tanda)


def khusus_csv(format: str, **pilihan: str | None) -> None:
    """``GalatPemakaian`` bila *pilihan* khusus CSV dipakai pada keluaran lain."""
    from indeksinovasi.alur.galat import GalatPemakaian

    for nama, isi in pilihan.items():
        if isi is not None and format != "csv":
            raise GalatPemakaian(f"{nama} hanya berlaku pada keluaran CSV.", "Tambahkan --format csv.")
