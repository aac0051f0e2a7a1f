import torch
from torch import nn

class AE(nn.Module):
    def __init__(self, **kwargs):
        super().__init__()
        self.encoder_hidden = nn.Linear(in_features=kwargs["input_shape"], out_features=128)
        self.encoder_out = nn.Linear(in_features=128, out_features=32)
        self.decoder_hidden = nn.Linear(in_features=32, out_features=128)
        self.decoder_out = nn.Linear(in_features=128, out_features=kwargs["input_shape"])

    def forward(self, features):
        activation = self.encoder_hidden(features)
        activation = torch.relu(activation)
        code = torch.relu(self.encoder_out(activation))
        activation = torch.relu(self.decoder_hidden(code))
        reconstructed = torch.sigmoid(self.decoder_out(activation))
        return reconstructed

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = AE(input_shape=784).to(device)
