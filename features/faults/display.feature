@display @faults
Feature: A display that is broken
  A customer without a display types blind. The meter must go on selling, and must not think worse of a token because
  nobody could read its answer.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A meter whose display is dark still takes tokens

    Scenario: A token typed blind
      When the display is unplugged
      And the customer keys in the token
      Then the display reads:
        """
        """
      And the meter holds 35.6 kWh

    Scenario: A token typed blind counts once
      When the display is unplugged
      And the customer keys in the token
      And the customer keys in the token
      Then the meter holds 35.6 kWh

    Scenario: The update typed blind
      Given the two key change codes to key revision 2 on base date 2014
      When the display is unplugged
      And the customer keys in code 1
      And the customer keys in code 2
      Then the key revision is 2
      And the meter holds 10.0 kWh

    Scenario: The load switch opens while the display is dark
      When the display is unplugged
      And the load draws 3000 W for 4 hours
      Then the load switch is open
      And the meter holds 0.0 kWh

  Rule: After a power cut a display that is whole again shows the truth

    Scenario: A display that was plugged in again
      When the display is unplugged
      And the customer keys in the token
      And the display is mended
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        35.6 kWh
        """

    Scenario Outline: A display that missed <pulses> enable pulses
      When the display misses <pulses> enable pulses
      And the customer keys in the token
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        35.6 kWh
        """

      Examples:
        | pulses |
        | 1      |
        | 2      |
        | 7      |

    Scenario: A data line that was stuck
      When data line 5 of the display is stuck low
      And the customer keys in the token
      And the display is mended
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        35.6 kWh
        """

  Rule: A display that shows nonsense does not change what counts

    Scenario Outline: Data line <line> is stuck <level>
      When data line <line> of the display is stuck <level>
      And the customer keys in the token
      And the customer keys in the token
      Then the memory holds 35.6 kWh

      Examples:
        | line | level |
        | 4    | low   |
        | 5    | high  |
        | 6    | low   |
        | 7    | high  |

  Rule: The slowest display there is gets every character

    Scenario Outline: A display whose clock runs at <speed> kHz
      When the display's clock runs at <speed> kHz
      And the customer keys in the token
      Then the meter accepts it
      When 10 seconds pass
      Then the display reads:
        """
        35.6 kWh
        """

      Examples:
        | speed |
        | 190   |
        | 350   |

    Scenario: A slow display after a power cut
      When the display's clock runs at 190 kHz
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        10.0 kWh
        """
