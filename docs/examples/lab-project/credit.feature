Feature: Credit in this lab

  Scenario: A token counts once
    Given the meter holds 1.0 kWh
    And a 25.6 kWh credit token
    And somebody stands beside the meter
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 26.6 kWh
