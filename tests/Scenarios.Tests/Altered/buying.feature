Feature: buying, altered

  @pi @pi3b
  Scenario: Altered 1
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario Outline: Altered 2
    Given a meter with:
      | name           | value        |
      | encryption     | <encryption> |
      | key derivation | <derivation> |
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 25.6 kWh
    When the customer keys in the token
    Then the meter refuses it as used
    And the meter holds 26.6 kWh

    Examples:
      | encryption | derivation |
      | EA07       | DKGA02     |
      | EA07       | DKGA04     |
      | EA11       | DKGA04     |

  Scenario: Altered 3
    Given a meter with:
      | name     | value |
      | key type | 1     |
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter refuses it
    And the meter holds 1.0 kWh
