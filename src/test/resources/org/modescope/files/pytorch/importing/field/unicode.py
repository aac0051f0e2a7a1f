# -*- coding: utf-8 -*-
# Ein kleines Netz für Übungen – größer geht später
import torch
import torch.nn as nn


class Übung(nn.Module):
    """Schätzt σ² aus Stichproben."""

    def __init__(self, größe=12, β=0.1):
        super().__init__()
        self.schicht1 = nn.Linear(größe, 24)   # → 24
        self.norm = nn.BatchNorm1d(24, momentum=β)
        self.schicht2 = nn.Linear(24, 1)

    def forward(self, eingabe):
        verborgen = torch.relu(self.norm(self.schicht1(eingabe)))
        return self.schicht2(verborgen)


netz = Übung()
print("fertig ✓", netz(torch.randn(4, 12)).shape)
