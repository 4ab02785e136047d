@faults
Feature: A token port that hears noise
  Tokens also come by a meter's optical port, where a hand or the sun is enough to spoil a byte. A token that arrives
  damaged is asked for again, and counts once.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A token that was damaged on the line is sent again and counts once

    Scenario Outline: <bytes> damaged bytes
      When noise damages <bytes> bytes on the line to the token port
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | bytes |
        | 1     |
        | 2     |
        | 5     |

    Scenario: A used token is refused as used, noise or not
      When the customer keys in the token
      And noise damages 2 bytes on the line to the token port
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh
