import torch
import torch.nn as nn
from torchvision import models

# Load a pretrained ResNet-18
model = models.resnet18(pretrained=True)

# Freeze the backbone
for param in model.parameters():
    param.requires_grad = False

# Replace the head for two classes
num_ftrs = model.fc.in_features
model.fc = nn.Linear(num_ftrs, 2)

criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.fc.parameters(), lr=0.001, momentum=0.9)

dummy_input = torch.randn(1, 3, 224, 224)

# Fine-tuning happens in train mode ...
model.train()
output = model(dummy_input)

# ... and predictions are made in eval mode
model.eval()
with torch.no_grad():
    output = model(dummy_input)
